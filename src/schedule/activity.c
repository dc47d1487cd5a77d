/* activity: which of the four activities a category belongs to, by its words. */
#include <stdlib.h>
#include <string.h>
#include <unicase.h>

#include "base/text.h"
#include "schedule/assign.h"

/* Beginnings of words, in lower case, blank between them; a language is some words more. */
static const char *const stems[ACTIVITY_COUNT] = {
    [ACTIVITY_LEARN] =
        "read learn theor research stud lectur cours video concept book watch document tutorial "
        "lesen theorie lern vorlesung kurs buch grundlag teor leer lectura estud aula curso "
        "leitura "
        "ler livro libro théor lire étud livre cours теор чтен чита изуч лекц курс книг "
        "阅读 閱讀 理论 理論 学习 學習 课程 課程 视频 看书 读书 読書 学習 講義 勉強",
    [ACTIVITY_BUILD] =
        "implement cod build project program develop hands-on lab creat construct mak projekt bau "
        "umsetz entwick praxis proyecto projeto código codig constru desarroll desenvolv "
        "programa projet développ coder проект код разработ программир реализ "
        "实现 實現 项目 專案 编程 編程 编码 开发 開發 实战 実装 コード プロジェクト",
    [ACTIVITY_SHARPEN] =
        "problem debug test optimi exercis review practi quiz drill challeng kata exam assess "
        "revis "
        "interview leetcode refactor troubleshoot profil übung aufgab wiederhol prüfung ejercic "
        "repas exámen examen exercíc exercic prova simulad révis problèm задач упражн повтор тест "
        "отлад 练习 練習 刷题 复习 複習 测试 測試 调试 算法题 復習 問題 テスト デバッグ",
    [ACTIVITY_SHARE] =
        "mentor leader communit teach network blog writ content present social shar career job "
        "portfolio meetup talk speak publish gemeinschaft netzwerk karriere comunidad compart "
        "enseñ comunidade ensin communaut partag enseign сообщ настав делит блог карьер "
        "社区 社區 分享 博客 写作 教学 共有 コミュニティ ブログ 発表"};

/* What a reading list calls things to exercise with. */
static const char exercise_stems[] = "exercis kata puzzle quiz challenge drill problem leetcode "
                                     "übung aufgab ejercic exercíc exercic "
                                     "упражн задач 练习 練習 刷题 習題 ドリル";

/* What a category is called that is for reading above all. */
static const char reading_stems[] =
    "read book document paper lesen lektür buch bücher leer lectura "
    "leitura ler libro livro lire lecture livre чтен чита книг "
    "阅读 閱讀 看书 读书 読書";

/* Scripts that write without blanks have no beginnings of words to look for. */
static bool written_without_blanks(const char *stem)
{
    return (unsigned char)stem[0] >= 0xe3;
}

static bool inside_word(const char *text, const char *at)
{
    if (at == text)
        return false;
    unsigned char before = (unsigned char)at[-1];
    return (before >= 'a' && before <= 'z') || before >= 0x80;
}

/* Where in TEXT (lower case) a word begins with one of the stems, as early as can be; NULL: none.
 */
static const char *first_match(const char *text, const char *list)
{
    char stem[40];
    const char *first = NULL;

    while (*list) {
        size_t length = strcspn(list, " ");
        if (length > 0 && length < sizeof stem) {
            memcpy(stem, list, length);
            stem[length] = '\0';
            const char *at = strstr(text, stem);
            while (at && !written_without_blanks(stem) && inside_word(text, at))
                at = strstr(at + 1, stem);
            if (at && (!first || at < first))
                first = at;
        }
        list += length + strspn(list + length, " ");
    }
    return first;
}

/* The beginning of STRING in lower case, at most what a heading says; no locale has a part in it.
 */
static void lower(const char *string, char *out, size_t room)
{
    size_t length = strnlen(string, room / 2), made = 0;
    uint8_t *low = u8_tolower((const uint8_t *)string, length, NULL, NULL, NULL, &made);

    if (!low || made >= room)
        made = 0;
    memcpy(out, low ? (const char *)low : "", made);
    out[made] = '\0';
    free(low);
}

static bool activity_in(const char *words, enum activity *activity)
{
    char text[512];
    const char *first = NULL;

    lower(words, text, sizeof text);
    for (int a = 0; a < ACTIVITY_COUNT; a++) {
        const char *at = first_match(text, stems[a]);
        if (at && (!first || at < first)) {
            first = at;
            *activity = (enum activity)a;
        }
    }
    return first;
}

enum activity activity_of(const char *name, const char *detail)
{
    enum activity activity = ACTIVITY_LEARN;

    if (!activity_in(name, &activity))
        activity_in(detail, &activity);
    return activity;
}

bool names_activity(const char *name, const char *detail)
{
    enum activity activity;

    return activity_in(name, &activity) || activity_in(detail, &activity);
}

bool names_reading(const char *name)
{
    char text[512];

    lower(name, text, sizeof text);
    return first_match(text, reading_stems);
}

bool speaks_of_exercise(const struct item *reading)
{
    char text[512];

    lower(reading->title.text, text, sizeof text);
    if (first_match(text, exercise_stems))
        return true;
    lower(reading->detail.text, text, sizeof text);
    return first_match(text, exercise_stems);
}

const char *activity_name(enum activity activity)
{
    static const char *const names[ACTIVITY_COUNT] = {"Learn", "Build", "Sharpen", "Share"};

    return activity < ACTIVITY_COUNT ? names[activity] : "";
}
