/* japanese: the words of Japanese. */
#include "words/language.h"

const struct language language_japanese = {
    .code = "ja",
    .script = SCRIPT_KANA,
    .common = "の|は|を|に|が|で|と|する",

    /* Time */
    .units = {[UNIT_DAY] = "日間|日",
              [UNIT_WEEK] = "週間|週",
              [UNIT_MONTH] = "ヶ月|か月|ヵ月|カ月|ケ月|箇月|ヶ月間|か月間|月",
              [UNIT_QUARTER] = "四半期",
              [UNIT_TERM] = "学期",
              [UNIT_YEAR] = "年間|年"},
    .weekdays = {"月曜日|月曜", "火曜日|火曜", "水曜日|水曜", "木曜日|木曜", "金曜日|金曜",
                 "土曜日|土曜", "日曜日|日曜"},
    .to = "から",
    .and_also = "と|、|・",
    .by = "締切",
    .beyond = "以降",
    .every_day = "毎日",
    .workdays = "平日",
    .weekend = "週末|土日",

    /* Hours and prices */
    .hours = "時間",
    .minutes = "分|分間",
    .per = "毎",
    .each = "ずつ|各",
    .a_day = "毎日|1日|一日",
    .a_week = "毎週|週",

    /* Marks */
    .optional = "任意|オプション",
    .choice = "選択|いずれか",

    /* Headings */
    .phases = "フェーズ|ステージ|ステップ|段階|モジュール",
    .chapters = "章",
    .whole = "全体|計画|概要|ロードマップ|スケジュール",
    .kinds = {[ITEM_OUTCOME] = "成果",
              [ITEM_GOAL] = "学習目標|目標|ゴール|目的",
              [ITEM_TOPIC] = "学習内容|内容|トピック|理論",
              [ITEM_TASK] = "課題|タスク|演習|練習",
              [ITEM_PROJECT] = "プロジェクト",
              [ITEM_READING] = "読書リスト|書籍|参考書",
              [ITEM_ALLOCATION] = "時間配分",
              [ITEM_CHECK] = "チェックリスト|達成基準",
              [ITEM_STEP] = "手順|初心者",
              [ITEM_SPECIALIZATION] = "専門分野",
              [ITEM_PORTFOLIO] = "ポートフォリオ",
              [ITEM_JOB] = "就職|面接|転職",
              [ITEM_COMMITMENT] = "コミュニティ",
              [ITEM_MILESTONE] = "マイルストーン",
              [ITEM_QUESTION] = "自己評価|質問",
              [ITEM_RESOURCE] = "リソース|教材|資料|ツール",
              [ITEM_COST] = "費用|予算",
              [ITEM_SLOT] = "時間割",
              [ITEM_ADVICE] = "アドバイス|ヒント|注意"},

    /* Labels */
    .length_labels = "期間",
    .fact_labels = "期間",
    .idle_labels = "価格|備考|状態|難易度|リンク|所要時間|時間|日付|前提",
    .work_labels = "課題|目標|タスク|テーマ|内容",
    .list_labels = "手順",
    .totals = "合計",

    /* Columns */
    .date_columns = "日付",
    .author_columns = "著者",

    /* Sentences */
    .prerequisites = "前提",

    /* In the tracker */
    .done = "はい|完了|済|済み|終了|真",

    /* Activities */
    .learn = "読書|学習|講義|勉強",
    .build = "実装|コード|プロジェクト",
    .sharpen = "復習|問題|テスト|デバッグ",
    .share = "共有|コミュニティ|ブログ|発表",
    .exercise = "ドリル",
    .reading = "読書",
};
