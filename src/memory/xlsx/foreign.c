/* foreign: told by first bytes, and by names of parts. */
#include "memory/xlsx/foreign.h"

#include <stdbool.h>
#include <string.h>

#define NO_WORKBOOK "it is no .xlsx workbook"
#define HEAD        4096 /* bytes in which a text says what it is */
#define KIND_SIZE   128

/* [MS-CFB]: a file that holds files, whose names are UTF-16. */
static const char OLE[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
static const char ENCRYPTED[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
static const char WORKBOOK[] = "W\0o\0r\0k\0b\0o\0o\0k\0";
static const char BOOK[] = "B\0o\0o\0k\0";

static bool holds(const char *bytes, size_t length, const char *what, size_t size)
{
    return memmem(bytes, length, what, size) != NULL;
}

static bool begins(const char *bytes, size_t length, const char *what)
{
    return length >= strlen(what) && memcmp(bytes, what, strlen(what)) == 0;
}

static const char *foreign_ole(const char *bytes, size_t length)
{
    if (holds(bytes, length, ENCRYPTED, sizeof ENCRYPTED - 1))
        return "it is protected by a password: save it without";
    if (holds(bytes, length, WORKBOOK, sizeof WORKBOOK - 1) ||
        holds(bytes, length, BOOK, sizeof BOOK - 1))
        return "it is an old workbook (.xls): save it as .xlsx";
    return NO_WORKBOOK;
}

/* Something that a person could read: lines of values, or a mark-up that spreadsheets go by. */
static const char *foreign_text(const char *bytes, size_t length)
{
    size_t head = length < HEAD ? length : HEAD;

    if (holds(bytes, head, "urn:schemas-microsoft-com:office:spreadsheet", 44))
        return "it is an XML spreadsheet: save it as .xlsx";
    if (holds(bytes, head, "opendocument.spreadsheet", 24))
        return "it is an OpenDocument sheet: save it as .xlsx";
    if (memchr(bytes, '\0', head) || begins(bytes, head, "%PDF") || begins(bytes, head, "<"))
        return NO_WORKBOOK;
    if (memchr(bytes, ',', head) || memchr(bytes, ';', head) || memchr(bytes, '\t', head))
        return "it is text, perhaps .csv: save it as .xlsx";
    return NO_WORKBOOK;
}

const char *foreign_bytes(const char *bytes, size_t length)
{
    if (length == 0)
        return "it is empty";
    if (begins(bytes, length, OLE))
        return foreign_ole(bytes, length);
    /* an archive with something in front of it is not called a text */
    if (begins(bytes, length, "PK") || holds(bytes, length, "PK\5\6", 4))
        return NULL;
    return foreign_text(bytes, length);
}

/* What an OpenDocument file says that it is. */
static bool take_kind(void *data, const char *bytes, size_t length)
{
    char *kind = data;
    size_t used = strlen(kind);

    if (used + length >= KIND_SIZE)
        return false;
    memcpy(kind + used, bytes, length);
    return true;
}

const char *foreign_archive(struct archive *archive)
{
    const struct archive_part *kind = archive_find(archive, "mimetype");
    char words[KIND_SIZE] = "";
    struct text why = TEXT_INIT;

    if (kind && kind->size < KIND_SIZE)
        archive_read(archive, kind, take_kind, words, &why);
    text_free(&why);
    if (strstr(words, "opendocument.spreadsheet"))
        return "it is an OpenDocument sheet: save it as .xlsx";
    if (archive_find(archive, "xl/workbook.bin"))
        return "it is a binary workbook (.xlsb): save it as .xlsx";
    if (archive_find(archive, "Index/Document.iwa"))
        return "it is a Numbers document: export it as .xlsx";
    if (archive_find(archive, "word/document.xml"))
        return "it is a Word document";
    return NO_WORKBOOK;
}
