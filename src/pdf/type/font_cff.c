/* font_cff: the one thing that a PDF needs to know of a CFF font program (Adobe technical note
 * 5176): by which CID each glyph is called. */
#include "pdf/type/internal.h"

enum { OPERATOR_CHARSET = 15, OPERATOR_ROS = 12 << 8 | 30 };

struct reader {
    const unsigned char *bytes;
    size_t length, at;
    /* something lay outside */
    bool failed;
};

static unsigned take(struct reader *reader, int size)
{
    unsigned value = 0;

    for (int i = 0; i < size; i++) {
        if (reader->at >= reader->length) {
            reader->failed = true;
            return 0;
        }
        value = value << 8 | reader->bytes[reader->at++];
    }
    return value;
}

static void go_to(struct reader *reader, size_t at)
{
    if (at > reader->length)
        reader->failed = true;
    else
        reader->at = at;
}

/* Passes over an INDEX (chapter 5); *START and *END enclose its first element. */
static void pass_index(struct reader *reader, size_t *start, size_t *end)
{
    unsigned count = take(reader, 2);
    int size = count > 0 ? (int)take(reader, 1) : 0;
    size_t offsets = reader->at, data = offsets + ((size_t)count + 1) * (size_t)size - 1;

    *start = *end = reader->at;
    if (count == 0)
        return;
    if (size < 1 || size > 4) {
        reader->failed = true;
        return;
    }
    *start = data + take(reader, size);
    *end = data + take(reader, size);
    go_to(reader, offsets + (size_t)count * (size_t)size);
    go_to(reader, data + take(reader, size));
}

/* One operand of a DICT (chapter 4); reals are passed over. */
static int take_operand(struct reader *reader, unsigned first)
{
    if (first == 28)
        return (int16_t)take(reader, 2);
    if (first == 29)
        return (int)take(reader, 4);
    if (first == 30) {
        while (!reader->failed && (take(reader, 1) & 15) != 15)
            continue;
        return 0;
    }
    if (first <= 246)
        return (int)first - 139;
    if (first <= 250)
        return ((int)first - 247) * 256 + (int)take(reader, 1) + 108;
    return -((int)first - 251) * 256 - (int)take(reader, 1) - 108;
}

/* What the Top DICT says: *BY_CID where it begins with ROS, and where the charset stands. */
static size_t read_top(struct reader *reader, size_t end, bool *by_cid)
{
    size_t charset = 0;
    int operand = 0;

    *by_cid = false;
    while (reader->at < end && !reader->failed) {
        unsigned byte = take(reader, 1);
        if (byte > 21) {
            operand = take_operand(reader, byte);
            continue;
        }
        if (byte == 12)
            byte = 12 << 8 | take(reader, 1);
        if (byte == OPERATOR_ROS)
            *by_cid = true;
        if (byte == OPERATOR_CHARSET && operand > 0)
            charset = (size_t)operand;
    }
    return charset;
}

/* Charsets (chapter 13): a list, or ranges whose rest is counted in one byte or two. */
static void read_charset(struct reader *reader, unsigned *cids, size_t count)
{
    unsigned format = take(reader, 1);

    for (size_t glyph = 1; glyph < count && !reader->failed;) {
        unsigned cid = take(reader, 2);
        unsigned rest = format == 0 ? 0 : take(reader, format == 1 ? 1 : 2);
        for (unsigned i = 0; i <= rest && glyph < count; i++)
            cids[glyph++] = cid + i;
    }
}

bool cff_cids(const char *bytes, size_t length, unsigned *cids, size_t count)
{
    struct reader reader = {.bytes = (const unsigned char *)bytes, .length = length};
    size_t start, end, after, charset;
    bool by_cid;

    for (size_t i = 0; i < count; i++)
        cids[i] = (unsigned)i;
    take(&reader, 2);
    go_to(&reader, take(&reader, 1));
    pass_index(&reader, &start, &end); /* names */
    pass_index(&reader, &start, &end); /* Top DICTs */
    after = reader.at;
    go_to(&reader, start);
    charset = read_top(&reader, end, &by_cid);
    if (reader.failed || end > after)
        return false;
    if (!by_cid || charset <= 2) /* 0-2 are predefined ones, for fonts keyed by name */
        return true;
    go_to(&reader, charset);
    read_charset(&reader, cids, count);
    return !reader.failed;
}
