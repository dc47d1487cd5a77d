/* yaml: a schema's struct out of text, where keys and values stand, and what is refused in which
 * words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "base/yaml.h"

struct loaf {
    char *flour;
    int grams;
};

static const cyaml_schema_field_t fields[] = {
    CYAML_FIELD_STRING_PTR("flour", CYAML_FLAG_POINTER, struct loaf, flour, 0, CYAML_UNLIMITED),
    CYAML_FIELD_INT("grams", CYAML_FLAG_OPTIONAL, struct loaf, grams),
    CYAML_FIELD_END,
};
static const cyaml_schema_value_t schema = {
    CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER_NULL, struct loaf, fields),
};

static int set_up(void **state)
{
    (void)state;
    report_reset();
    report_verbosity(-2);
    return 0;
}

static struct source source_of(const char *text)
{
    return (struct source){"loaf.yaml", text, strlen(text)};
}

static bool read(const struct source *source, bool other_keys, struct loaf **loaf)
{
    void *data;
    bool good = yaml_read(source, 0, source->length, &schema, other_keys, &data);

    *loaf = data;
    return good;
}

static void a_struct_is_filled(void **state)
{
    struct source source = source_of("# mine\nflour: rye\ngrams: 500\n"),
                  empty = source_of("# nothing\n\n"), more = source_of("flour: rye\nsalt: 9\n");
    struct loaf *loaf;

    (void)state;
    assert_true(read(&source, false, &loaf));
    assert_string_equal(loaf->flour, "rye");
    assert_int_equal(loaf->grams, 500);
    yaml_discard(&schema, loaf);
    assert_true(read(&empty, false, &loaf));
    assert_null(loaf);
    yaml_discard(&schema, loaf);
    assert_true(read(&more, true, &loaf));
    yaml_discard(&schema, loaf);
    assert_int_equal(report_status(true), STATUS_DONE);
}

static void mistakes_are_shown_where_they_stand(void **state)
{
    static const struct {
        const char *text, *words;
        int line, column;
    } cases[] = {
        {"flour: rye\nsalt: 9\n", "unknown key 'salt'", 2, 1},
        {"flour: rye\ngramms: 9\n", "did you mean 'grams'?", 2, 1},
        {"flour: [rye, oat]\n", "a single value is needed", 1, 8},
        {"- rye\n", "keys with values are needed", 1, 1},
        {"flour: &a rye\ngrams: *a\n", "aliases", 2, 8},
        {"flour: 'rye\n", "not valid YAML", 1, 1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct source source = source_of(cases[i].text);
        struct loaf *loaf;
        size_t count;
        report_reset();
        assert_false(read(&source, false, &loaf));
        assert_null(loaf);
        const struct finding *findings = report_findings(&count);
        assert_int_equal(count, 1);
        if (!strstr(findings[0].message, cases[i].words))
            fail_msg("\"%s\" is not in: %s", cases[i].words, findings[0].message);
        assert_int_equal(findings[0].place.line, cases[i].line);
        assert_int_equal(findings[0].place.column, cases[i].column);
    }
}

static void assert_place(struct place place, int line, int column)
{
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
}

static void keys_and_values_have_places(void **state)
{
    struct source source = source_of("a: flour\nflour: [rye, oat, rye]\nblock: |\n  one\n  two\n"
                                     "{in: 1, braces: 2}\n");

    (void)state;
    assert_place(yaml_key_place(&source, 0, source.length, "flour"), 2, 1);
    assert_place(yaml_key_place(&source, 0, source.length, "braces"), 6, 9);
    assert_place(yaml_key_place(&source, 0, source.length, "missing"), 1, 1);
    struct yaml_finder finder = yaml_find(&source, 0, source.length, "flour");
    assert_place(yaml_value_place(&finder, "rye"), 2, 9);
    assert_place(yaml_value_place(&finder, "oat"), 2, 14);
    assert_place(yaml_value_place(&finder, "rye"), 2, 19); /* the next, not the first again */
    assert_place(yaml_value_place(&finder, "written otherwise"), 2, 1);
    finder = yaml_find(&source, 0, source.length, "block");
    assert_place(yaml_value_place(&finder, "one\ntwo\n"), 4, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_struct_is_filled, set_up),
        cmocka_unit_test_setup(mistakes_are_shown_where_they_stand, set_up),
        cmocka_unit_test_setup(keys_and_values_have_places, set_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
