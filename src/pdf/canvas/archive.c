/* archive: what PDF/A-1b (ISO 19005-1) asks for beyond the rest: metadata as XMP that says
 * what the information dictionary says, and the colour space that colours are meant in. */
#include <math.h>
#include <string.h>

#include "pdf/canvas/document.h"

/* --- Metadata --------------------------------------------------------------------------------- */

static void add_escaped(struct text *out, const char *string)
{
    for (; *string; string++) {
        if (*string == '&')
            text_add(out, "&amp;");
        else if (*string == '<')
            text_add(out, "&lt;");
        else if (*string == '>')
            text_add(out, "&gt;");
        else if ((unsigned char)*string >= 32 || *string == '\t' || *string == '\n')
            text_add_char(out, *string);
    }
}

/* A property in a container of one item. */
static void add_property(struct text *out, const char *name, const char *container,
                         const char *value)
{
    bool language = strcmp(container, "Alt") == 0;

    if (!value)
        return;
    text_print(out, "<dc:%s><rdf:%s><rdf:li%s>", name, container,
               language ? " xml:lang=\"x-default\"" : "");
    add_escaped(out, value);
    text_print(out, "</rdf:li></rdf:%s></dc:%s>\n", container, name);
}

static int write_metadata(struct canvas *canvas)
{
    const char *producer = HPDF_GetInfoAttr(canvas->document, HPDF_INFO_PRODUCER);
    struct text packet = TEXT_INIT;
    int object;

    text_add(&packet,
             "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
             "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
             "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
             "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n");
    add_property(&packet, "title", "Alt", canvas->facts.title);
    add_property(&packet, "description", "Alt", canvas->facts.subject);
    text_add(&packet, "</rdf:Description>\n<rdf:Description rdf:about=\"\" "
                      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><xmp:CreatorTool>roadbook"
                      "</xmp:CreatorTool></rdf:Description>\n<rdf:Description rdf:about=\"\" "
                      "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"><pdf:Producer>");
    add_escaped(&packet, producer ? producer : "");
    text_add(&packet,
             "</pdf:Producer></rdf:Description>\n<rdf:Description rdf:about=\"\" "
             "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>1</pdfaid:part>"
             "<pdfaid:conformance>B</pdfaid:conformance></rdf:Description>\n"
             "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
    object = canvas_plain_stream(canvas, packet.bytes, packet.length);
    text_add(canvas_entries(canvas, object), "/Type /Metadata /Subtype /XML\n");
    text_free(&packet);
    return object;
}

/* --- The sRGB profile (ICC.1:2001-04; IEC 61966-2-1) -------------------------------------------
 */

#define TAG_COUNT   9
#define HEADER      128
#define CURVE_STEPS 256

static void put(struct text *out, uint32_t value, int bytes)
{
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        text_add_char(out, (char)(value >> shift));
}

static void put_zeros(struct text *out, size_t count)
{
    while (count-- > 0)
        text_add_char(out, 0);
}

static void put_xyz(struct text *out, const double xyz[3])
{
    text_add(out, "XYZ ");
    put(out, 0, 4);
    for (int i = 0; i < 3; i++)
        put(out, (uint32_t)lround(xyz[i] * 65536), 4);
}

static void put_description(struct text *out, const char *words)
{
    text_add(out, "desc");
    put(out, 0, 4);
    put(out, (uint32_t)strlen(words) + 1, 4);
    text_add_bytes(out, words, strlen(words) + 1);
    put_zeros(out, 4 + 4 + 2 + 1 + 67); /* no Unicode, no Macintosh text */
}

static void put_copyright(struct text *out)
{
    static const char words[] = "No copyright";

    text_add(out, "text");
    put(out, 0, 4);
    text_add_bytes(out, words, sizeof words);
}

static void put_curve(struct text *out)
{
    text_add(out, "curv");
    put(out, 0, 4);
    put(out, CURVE_STEPS, 4);
    for (int i = 0; i < CURVE_STEPS; i++) {
        double value = i / (CURVE_STEPS - 1.0);
        double linear = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
        put(out, (uint32_t)lround(linear * 65535), 2);
    }
}

static void put_header(struct text *out, size_t length)
{
    static const double white[3] = {0.9642, 1, 0.8249}; /* D50 */

    put(out, (uint32_t)length, 4);
    put(out, 0, 4);
    put(out, 0x02100000, 4);
    text_add(out, "mntrRGB XYZ ");
    for (int i = 0; i < 6; i++) /* 1 January 2000: the profile does not change */
        put(out, i == 0 ? 2000 : i < 3 ? 1 : 0, 2);
    text_add(out, "acsp");
    put_zeros(out, 28);
    for (int i = 0; i < 3; i++)
        put(out, (uint32_t)lround(white[i] * 65536), 4);
    put_zeros(out, HEADER - 80);
}

/* The tag's data begin where the last one's end, at a multiple of 4. */
static void put_profile(struct text *out)
{
    static const char *const names[TAG_COUNT] = {"desc", "cprt", "wtpt", "rXYZ", "gXYZ",
                                                 "bXYZ", "rTRC", "gTRC", "bTRC"};
    /* White and primaries as seen under D50. */
    static const double colors[4][3] = {{0.9642, 1, 0.8249},
                                        {0.43607, 0.22249, 0.01392},
                                        {0.38515, 0.71687, 0.09708},
                                        {0.14307, 0.06061, 0.71410}};
    const size_t start = HEADER + 4 + TAG_COUNT * 12;
    size_t offsets[TAG_COUNT], lengths[TAG_COUNT];
    struct text data = TEXT_INIT;

    for (int i = 0; i < TAG_COUNT; i++) {
        offsets[i] = i > 6 ? offsets[6] : start + data.length; /* one curve for all */
        if (i == 0)
            put_description(&data, "sRGB");
        else if (i == 1)
            put_copyright(&data);
        else if (i < 6)
            put_xyz(&data, colors[i - 2]);
        else if (i == 6)
            put_curve(&data);
        lengths[i] = i > 6 ? lengths[6] : start + data.length - offsets[i];
        put_zeros(&data, (4 - data.length % 4) % 4);
    }
    put_header(out, start + data.length);
    put(out, TAG_COUNT, 4);
    for (int i = 0; i < TAG_COUNT; i++) {
        text_add(out, names[i]);
        put(out, (uint32_t)offsets[i], 4);
        put(out, (uint32_t)lengths[i], 4);
    }
    text_add_bytes(out, data.bytes, data.length);
    text_free(&data);
}

void canvas_write_archive(struct canvas *canvas)
{
    struct text profile = TEXT_INIT;
    int metadata = write_metadata(canvas), object;

    put_profile(&profile);
    object = canvas_stream(canvas, profile.bytes, profile.length);
    text_add(canvas_entries(canvas, object), "/N 3\n");
    text_free(&profile);
    text_print(canvas_catalog(canvas),
               "/Metadata %d 0 R\n/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 "
               "/OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) "
               "/DestOutputProfile %d 0 R>>]\n",
               metadata, object);
}
