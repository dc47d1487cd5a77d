/* german: the words of German. */
#include "words/language.h"

const struct language language_german = {
    .code = "de",
    .common = "der|die|und|das|mit|für|von|ist|nicht|zu|den|ein|auf",

    /* Time */
    .units = {[UNIT_DAY] = "tag|tage|tagen|tages",
              [UNIT_WEEK] = "woche|wochen|kw",
              [UNIT_MONTH] = "monat|monate|monaten|monats",
              [UNIT_QUARTER] = "quartal|quartale|quartalen",
              [UNIT_TERM] = "semester|trimester",
              [UNIT_YEAR] = "jahr|jahre|jahren|jahres"},
    .weekdays = {"montag|montags|mo|mo.", "dienstag|dienstags|di|di.", "mittwoch|mittwochs|mi|mi.",
                 "donnerstag|donnerstags|do|do.", "freitag|freitags|fr|fr.",
                 "samstag|samstags|sonnabend|sa|sa.", "sonntag|sonntags|so|so."},
    .months = {"januar|jan|jan.|jänner", "februar|feb|feb.", "märz|mär|mär.", "april|apr|apr.",
               "mai", "juni|jun|jun.", "juli|jul|jul.", "august|aug|aug.",
               "september|sep|sept|sep.|sept.", "oktober|okt|okt.", "november|nov|nov.",
               "dezember|dez|dez."},
    .numbers = {"ein|eine|einer|eins", "zwei", "drei"},
    .to = "bis",
    .and_also = "und",
    .by = "bis|spätestens",
    .end_of = "ende|ende der|bis ende|am ende von|bis zum ende von",
    .beyond = "und weiter|und danach|und darüber hinaus",
    .of = "von",
    .ordinals = ".",
    .o_clock = "uhr",
    .every_day = "täglich|jeden tag",
    .workdays = "werktags|werktage|wochentags|unter der woche",
    .weekend = "wochenende|wochenenden|am wochenende",

    /* Hours and prices */
    .hours = "h|std|std.|stunde|stunden",
    .minutes = "min|minute|minuten",
    .per = "pro|je|in der|am|im",
    .each = "jeweils|je",
    .every = "je|jede|jedes|jeden|alle|pro",
    .a_day = "täglich|jeden tag",
    .a_week = "wöchentlich|jede woche",
    .rates = "pro|je",

    /* Marks */
    .optional = "optional|freiwillig|wahlweise|zusatz",
    .choice = "wahlpflicht|zur wahl|wähle|eines davon|wahlfach",

    /* Headings */
    .phases = "phase|etappe|modul|abschnitt|teil|stufe|block",
    .chapters = "kapitel|kap|kap.",
    .whole = "plan|lernplan|überblick|übersicht|zeitplan|gesamt|fahrplan",
    .kinds = {[ITEM_OUTCOME] = "ergebnis|ergebnisse",
              [ITEM_GOAL] = "ziel|ziele|lernziel|lernziele|wochenziel|wochenziele",
              [ITEM_TOPIC] = "thema|themen|lerninhalte|inhalte|theorie",
              [ITEM_TASK] = "aufgabe|aufgaben|übung|übungen",
              [ITEM_PROJECT] = "projekt|projekte|abschlussprojekt",
              [ITEM_READING] = "leseliste|lektüre|bücher|literatur",
              [ITEM_ALLOCATION] = "zeitaufteilung|zeiteinteilung",
              [ITEM_CHECK] = "checkliste|checklisten|abschlusskriterien",
              [ITEM_STRAND] = "lernpfad|lernpfade|strang",
              [ITEM_STEP] = "einsteiger|schritte|brücke",
              [ITEM_SPECIALIZATION] = "spezialisierung|spezialisierungen|vertiefung",
              [ITEM_PORTFOLIO] = "portfolio",
              [ITEM_JOB] = "bewerbung|bewerbungen|jobsuche|karriere",
              [ITEM_COMMITMENT] = "netzwerken|gemeinschaft",
              [ITEM_MILESTONE] = "meilenstein|meilensteine",
              [ITEM_QUESTION] = "selbsttest|selbsteinschätzung|fragen",
              [ITEM_RESOURCE] = "ressource|ressourcen|materialien|material|links|quellen",
              [ITEM_COST] = "kosten|ausgaben",
              [ITEM_SLOT] = "wochenplan|stundenplan",
              [ITEM_ADVICE] = "tipp|tipps|hinweis|hinweise|ratschläge|strategien"},
    .project = "projekt",
    .courses = "thema|fach|modul|kurs",
    .periods = "intensivphase|intensivphasen|urlaub|ferien",
    .pieces_of_work = "projekt|projekte|aufgabe|aufgaben",

    /* Labels */
    .length_labels = "dauer|gesamtdauer",
    .fact_labels = "dauer|zeit|aufwand|ort|ziel|beschreibung|material",
    .idle_labels = "voraussetzung|voraussetzungen|diskussion|notiz|notizen|bemerkung|"
                   "bemerkungen|dauer|aufwand|zeitaufwand|zeit|stunden|niveau|schwierigkeit|"
                   "tag|datum|woche|preis|kosten|autor|quelle|ressourcen",
    .work_labels = "thema|themen|inhalt|inhalte|aufgabe|aufgaben|beschreibung|ziel|ziele|"
                   "lernziel|lernziele|übung|übungen",
    .list_labels = "schritte|aufgaben|themen",
    .totals = "gesamt|gesamtdauer|summe",
    .total_hours = "stunden|gesamtaufwand|gesamtzeit|insgesamt",

    /* Columns */
    .date_columns = "datum|zeitraum",
    .author_columns = "autor|autoren|verfasser",

    /* Sentences */
    .joining = "nicht|und|aber|oder|dann|die|der|das|weil|wenn|sondern",
    .prerequisites = "voraussetzung|voraussetzungen",

    /* In the tracker */
    .done = "ja|j|erledigt|fertig|wahr|abgeschlossen|gemacht|getan|erreicht",

    /* Activities */
    .learn = "lesen|theorie|lern|vorlesung|kurs|buch|grundlag",
    .build = "projekt|bau|umsetz|entwick|praxis",
    .sharpen = "übung|aufgab|wiederhol|prüfung",
    .share = "gemeinschaft|netzwerk|karriere",
    .exercise = "übung|aufgab",
    .reading = "lesen|lektür|buch|bücher",
    .source_code = "quellcode",
    .programs = "programmieren",
};
