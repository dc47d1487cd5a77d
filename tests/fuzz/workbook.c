/* workbook: a fuzz target over the reader of workbooks: any bytes to cells, or a refusal in words.
 * Built by `make fuzz` with libFuzzer. */
#include <assert.h>
#include <stdint.h>

#include "memory/xlsx_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct pool *pool = pool_new();
    struct text why = TEXT_INIT;
    const struct read_book *book;
    enum memory_state state = xlsx_file_read(pool, (const char *)bytes, length, &book, &why);

    assert((state == MEMORY_READ) == (book != NULL));
    assert((state == MEMORY_READ) == (why.length == 0));
    text_free(&why);
    pool_free(pool);
    return 0;
}
