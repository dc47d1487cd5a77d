/* seal: the digest of a tracker's parts, set and checked. */
#include "memory/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <expat.h>
#include <zip.h>

#include "base/pool.h"
#include "base/uuid.h"

#define CUSTOM_PART "docProps/custom.xml"
#define SEAL_NAME   "roadbook-seal"
#define AS_OF_NAME  "roadbook-as-of"
#define START_NAME  "roadbook-start"
#define PARTS_MAX   10000
#define PART_BYTES  65536 /* of the one part that is read */
#define FILE_BYTES  ((off_t)1 << 30)
#define DEPTH_MAX   16
/* 1980-01-01 00:00 as MS-DOS has it, the date of libxlsxwriter's own parts. */
#define DOS_DATE 0x21
#define DOS_TIME 0

/* A digest of names, sizes and CRC-32s of all parts but CUSTOM, and of the day AS_OF: a
 * name-based UUID (RFC 4122, version 5). It guards against mistakes, not against forgers. */
static bool digest_parts(zip_t *zip, zip_int64_t custom, const char *as_of, char out[SEAL_TEXT])
{
    static const char space[] = "8b1d5e0c-5d3f-4b6e-9a52-710b3ce4902d";
    const zip_uint64_t wanted = ZIP_STAT_NAME | ZIP_STAT_CRC | ZIP_STAT_SIZE;
    struct text list = TEXT_INIT;
    zip_int64_t count = zip_get_num_entries(zip, 0);
    bool good = count > 0 && count <= PARTS_MAX;

    for (zip_int64_t i = 0; good && i < count; i++) {
        zip_stat_t part;
        if (i == custom)
            continue;
        good =
            zip_stat_index(zip, (zip_uint64_t)i, 0, &part) == 0 && (part.valid & wanted) == wanted;
        if (good)
            text_print(&list, "%s\n%llu %08lx\n", part.name, (unsigned long long)part.size,
                       (unsigned long)part.crc);
    }
    text_add(&list, as_of);
    uuid_of_name(space, text_string(&list), list.length, out);
    text_free(&list);
    return good;
}

static void add_property(struct text *out, int number, const char *name, const char *value)
{
    text_print(out,
               "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"%d\" "
               "name=\"%s\"><vt:lpwstr>%s</vt:lpwstr></property>",
               number, name, value);
}

/* ISO/IEC 29500-1, 22.3: custom file properties; their numbers start at 2. */
static void properties_xml(struct text *out, const char *seal, const char *as_of, const char *start)
{
    text_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Properties "
                  "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                  "custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/"
                  "officeDocument/2006/docPropsVTypes\">");
    add_property(out, 2, SEAL_NAME, seal);
    add_property(out, 3, AS_OF_NAME, as_of);
    add_property(out, 4, START_NAME, start);
    text_add(out, "</Properties>");
}

/* Puts the properties into the archive and closes it; SOURCE then holds the new bytes. */
static bool replace_properties(zip_t *zip, zip_int64_t custom, const char *as_of, const char *start)
{
    char seal[SEAL_TEXT];
    struct text xml = TEXT_INIT;
    zip_uint64_t index = (zip_uint64_t)custom;
    bool good = digest_parts(zip, custom, as_of, seal);

    if (good) {
        properties_xml(&xml, seal, as_of, start);
        zip_source_t *part = zip_source_buffer(zip, xml.bytes, xml.length, 0);
        good = part && zip_file_replace(zip, index, part, 0) == 0;
        if (part && !good)
            zip_source_free(part);
        good = good && zip_file_set_dostime(zip, index, DOS_TIME, DOS_DATE, 0) == 0 &&
               zip_close(zip) == 0;
    }
    if (!good)
        zip_discard(zip);
    text_free(&xml);
    return good;
}

static bool read_source(zip_source_t *source, struct text *out)
{
    char buffer[16384];
    zip_int64_t count = -1;

    if (zip_source_open(source) != 0)
        return false;
    while ((count = zip_source_read(source, buffer, sizeof buffer)) > 0)
        text_add_bytes(out, buffer, (size_t)count);
    zip_source_close(source);
    return count == 0;
}

bool seal_set(struct text *file, const char *as_of, const char *start)
{
    struct text sealed = TEXT_INIT;
    bool good = false;

    if (file->length == 0)
        return false;
    /* libzip frees what it writes over, so it gets bytes of its own */
    char *bytes = must_alloc(file->length);
    memcpy(bytes, file->bytes, file->length);
    zip_source_t *source = zip_source_buffer_create(bytes, file->length, 1, NULL);
    if (!source) {
        free(bytes);
        return false;
    }
    zip_source_keep(source); /* zip_close() lets go of it, and it is read afterwards */
    zip_t *zip = zip_open_from_source(source, ZIP_CHECKCONS, NULL);
    if (!zip) {
        zip_source_free(source);
        zip_source_free(source);
        return false;
    }
    zip_int64_t custom = zip_name_locate(zip, CUSTOM_PART, 0);
    if (custom < 0)
        zip_discard(zip);
    else
        good = replace_properties(zip, custom, as_of, start) && read_source(source, &sealed);
    zip_source_free(source);
    if (good) {
        text_clear(file);
        text_add_bytes(file, sealed.bytes, sealed.length);
    }
    text_free(&sealed);
    return good;
}

/* Reading docProps/custom.xml: the value of each of our properties. */
struct reading {
    XML_Parser parser;
    int depth;
    /* where characters go now, or NULL */
    char *into;
    char seal[SEAL_TEXT], as_of[SEAL_TEXT], start[SEAL_TEXT];
};

static void XMLCALL element_starts(void *data, const XML_Char *name, const XML_Char **attributes)
{
    struct reading *reading = data;

    if (++reading->depth > DEPTH_MAX)
        XML_StopParser(reading->parser, XML_FALSE);
    if (strcmp(name, "property") != 0)
        return;
    reading->into = NULL;
    for (; attributes[0]; attributes += 2) {
        if (strcmp(attributes[0], "name") != 0)
            continue;
        if (strcmp(attributes[1], SEAL_NAME) == 0)
            reading->into = reading->seal;
        else if (strcmp(attributes[1], AS_OF_NAME) == 0)
            reading->into = reading->as_of;
        else if (strcmp(attributes[1], START_NAME) == 0)
            reading->into = reading->start;
    }
}

static void XMLCALL element_ends(void *data, const XML_Char *name)
{
    struct reading *reading = data;

    reading->depth--;
    if (strcmp(name, "property") == 0)
        reading->into = NULL;
}

static void XMLCALL characters(void *data, const XML_Char *bytes, int length)
{
    struct reading *reading = data;

    if (!reading->into || length <= 0)
        return;
    size_t used = strlen(reading->into);
    if (used + (size_t)length >= SEAL_TEXT)
        XML_StopParser(reading->parser, XML_FALSE);
    else
        memcpy(reading->into + used, bytes, (size_t)length);
}

/* A document type has no place here; entities would come with it. */
static void XMLCALL doctype_starts(void *data, const XML_Char *name, const XML_Char *system,
                                   const XML_Char *public, int internal)
{
    struct reading *reading = data;

    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    XML_StopParser(reading->parser, XML_FALSE);
}

static bool parse_properties(const char *bytes, size_t length, struct reading *reading)
{
    XML_Parser parser = XML_ParserCreate(NULL);

    if (!parser)
        return false;
    reading->parser = parser;
    XML_SetUserData(parser, reading);
    XML_SetElementHandler(parser, element_starts, element_ends);
    XML_SetCharacterDataHandler(parser, characters);
    XML_SetStartDoctypeDeclHandler(parser, doctype_starts);
    bool good = XML_Parse(parser, bytes, (int)length, XML_TRUE) == XML_STATUS_OK;
    XML_ParserFree(parser);
    return good;
}

static bool read_properties(zip_t *zip, zip_int64_t custom, struct reading *reading)
{
    static const zip_uint64_t wanted = ZIP_STAT_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
    zip_stat_t part;

    if (custom < 0 || zip_stat_index(zip, (zip_uint64_t)custom, 0, &part) != 0 ||
        (part.valid & wanted) != wanted || part.size > PART_BYTES ||
        part.encryption_method != ZIP_EM_NONE)
        return false;
    zip_file_t *file = zip_fopen_index(zip, (zip_uint64_t)custom, 0);
    if (!file)
        return false;
    /* one byte more than it claims to hold: a part that lies about its size is none of ours */
    char *bytes = must_alloc((size_t)part.size + 1);
    zip_int64_t count = zip_fread(file, bytes, part.size + 1);
    zip_fclose(file);
    bool good = count >= 0 && (zip_uint64_t)count == part.size &&
                parse_properties(bytes, (size_t)count, reading);
    free(bytes);
    return good;
}

/* Opens a tracker and reads its properties; NULL where it is none, errno 0, or cannot be looked at,
 * errno set. *CUSTOM: where they stand. */
static zip_t *open_tracker(const char *path, struct reading *reading, zip_int64_t *custom)
{
    struct stat about;
    /* what is a pipe is not waited for */
    int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

    if (file < 0)
        return NULL;
    zip_t *zip = NULL;
    if (fstat(file, &about) == 0 && S_ISREG(about.st_mode) && about.st_size <= FILE_BYTES)
        zip = zip_fdopen(file, 0, NULL);
    if (!zip) {
        close(file);
        errno = 0;
        return NULL;
    }
    *custom = zip_name_locate(zip, CUSTOM_PART, 0);
    if (zip_get_num_entries(zip, 0) <= PARTS_MAX && read_properties(zip, *custom, reading))
        return zip;
    zip_discard(zip);
    errno = 0;
    return NULL;
}

enum seal seal_check(const char *path, char as_of[SEAL_TEXT])
{
    struct reading reading = {0};
    char digest[SEAL_TEXT];
    zip_int64_t custom;

    as_of[0] = '\0';
    zip_t *zip = open_tracker(path, &reading, &custom);
    if (!zip && errno != 0)
        return errno == ENOENT ? SEAL_ABSENT : SEAL_UNKNOWN;
    if (!zip)
        return SEAL_CHANGED;
    bool unchanged =
        digest_parts(zip, custom, reading.as_of, digest) && strcmp(digest, reading.seal) == 0;
    zip_discard(zip);
    if (unchanged)
        memcpy(as_of, reading.as_of, SEAL_TEXT);
    return unchanged ? SEAL_UNCHANGED : SEAL_CHANGED;
}

bool tracker_start(const char *path, day *start)
{
    struct reading reading = {0};
    zip_int64_t custom;
    zip_t *zip = open_tracker(path, &reading, &custom);

    if (!zip)
        return false;
    zip_discard(zip);
    return day_parse(reading.start, strlen(reading.start), start);
}
