/* english: the words of English. */
#include "words/language.h"

const struct language language_english = {
    .code = "en",
    .common = "the|and|of|to|with|for|your|in|is|you|learn|build|on|week|by",

    /* Time */
    .units = {[UNIT_DAY] = "day|days",
              [UNIT_WEEK] = "week|weeks|wk|wks",
              [UNIT_MONTH] = "month|months|mo|mos",
              [UNIT_QUARTER] = "quarter|quarters|qtr",
              [UNIT_TERM] = "term|terms|semester|semesters|trimester|trimesters",
              [UNIT_YEAR] = "year|years|yr|yrs"},
    .weekdays = {"monday|mon|mondays", "tuesday|tue|tues|tuesdays", "wednesday|wed|wednesdays",
                 "thursday|thu|thur|thurs|thursdays", "friday|fri|fridays",
                 "saturday|sat|saturdays", "sunday|sun|sundays"},
    .months = {"january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun",
               "july|jul", "august|aug", "september|sep|sept", "october|oct", "november|nov",
               "december|dec"},
    .numbers = {"one|a|an", "two", "three"},
    .to = "to|through|thru|until|till",
    .and_also = "and",
    .by = "by|before|due",
    .end_of = "end of|by the end of|by end of|at the end of",
    .beyond = "and beyond|and on|and up|onwards|onward|or later",
    .of = "of",
    .ordinals = "st|nd|rd|th",
    .day_ordinals = "st|nd|rd|th",
    .am = "am|a.m.",
    .pm = "pm|p.m.",
    .every_day = "daily|every day|everyday|each day",
    .workdays = "weekdays|weekday|workdays|workday|weeknights|weeknight|weekday evenings",
    .weekend = "weekend|weekends",

    /* Hours and prices */
    .hours = "h|hr|hrs|hour|hours",
    .minutes = "m|min|mins|minute|minutes",
    .per = "per|a|an|every|each",
    .each = "each|apiece",
    .every = "each|every|per",
    .a_day = "daily|every day",
    .a_week = "weekly|every week",
    .rates = "per|each|a|monthly|weekly|yearly",

    /* Marks */
    .optional = "optional|nice to have|nice-to-have|bonus|stretch|stretch goal|stretch goals|"
                "tier 2|tier 3|tier ii|extra credit",
    .choice = "choose|choose one|pick one|pick|specialization-dependent|"
              "specialisation-dependent|one of the following|choose based on interest|"
              "chosen specialization|chosen specialisation|electives|elective",

    /* Headings */
    .phases = "phase|stage|part|module|level|unit|block|sprint",
    .chapters = "chapter|chapters|ch|ch.|chap|chap.|chaps.",
    .whole = "plan|roadmap|overview|timeline|schedule|total|overall|path|curriculum|programme|"
             "program|journey|challenge|summary",
    .kinds = {[ITEM_OUTCOME] = "outcome|outcomes",
              [ITEM_GOAL] = "goal|goals|objective|objectives|competencies|competency|aim|aims",
              [ITEM_TOPIC] = "topic|topics|theory|concepts|syllabus|skills to learn|skills|"
                             "courses|lessons|subjects|what you'll learn|what you will learn",
              [ITEM_TASK] = "task|tasks|exercise|exercises|assignments|assignment|homework|"
                            "to do|to-do|todo|practice|implementation|daily checklist|labs",
              [ITEM_PROJECT] = "project|projects|mini-project|mini-projects|capstone|capstones",
              [ITEM_READING] = "reading|readings|books|book|literature|papers|bibliography",
              [ITEM_ALLOCATION] = "allocation|time allocation|time split|time breakdown|"
                                  "weekly hours",
              [ITEM_CHECK] = "exit checklist|checklist|exit criteria|success criteria|"
                             "acceptance criteria|definition of done|deliverables|deliverable",
              [ITEM_STRAND] = "track|tracks|strand|strands",
              [ITEM_STEP] = "bridge|beginner|beginner-friendly|steps|step by step|step-by-step",
              [ITEM_SPECIALIZATION] = "specialization|specializations|specialisation|"
                                      "specialisations|specialty|specialties",
              [ITEM_PORTFOLIO] = "portfolio|tier|tier 1|tier 2|tier 3|showcase",
              [ITEM_JOB] = "job|jobs|job market|career|careers|interview|interviews|"
                           "employment|hiring",
              [ITEM_COMMITMENT] = "network|networking|community engagement|engagement|"
                                  "content creation|commitment|commitments|community|"
                                  "professional development",
              [ITEM_MILESTONE] = "milestone|milestones|checkpoint|checkpoints|assessment|exam|"
                                 "exams",
              [ITEM_QUESTION] = "question|questions|self-assessment|self assessment|"
                                "self-check|reflection|reflections",
              [ITEM_RESOURCE] = "resource|resources|tools|links|materials|material|references",
              [ITEM_COST] = "cost|costs|investment|investments|budget|price|prices|expenses",
              [ITEM_SLOT] = "week schedule|weekly schedule|timetable|schedule|weekly routine|"
                            "routine",
              [ITEM_ADVICE] =
                  "advice|tips|tip|project overview|project setup|project structure|"
                  "lessons learned|behind schedule|"
                  "ahead of schedule|strategies|flexibility|notes|guardrails|"
                  "presentation|faq|introduction|guidance|how to use|prerequisites|motivation"},
    .project = "project",
    .courses = "topic|subject|module|course|area",
    .periods = "intensive|maintenance|period|periods|busy|busy times|time off|holiday|"
               "holidays|vacation|vacations",
    .pieces_of_work = "new|small|big|mini|task|tasks|project|projects|mini-project|"
                      "mini-projects|exercise|exercises|program|programs|app|apps",

    /* Labels */
    .length_labels = "timeline|duration|total duration|estimated duration|"
                     "estimated completion|length|time frame|timeframe|total time",
    .fact_labels = "duration|estimated time|time|effort|length|when|where|who|why|level|"
                   "difficulty|budget|cost|goal|objective|aim|description|overview|purpose|"
                   "skills|tech stack|stack|technologies|tools|materials|format|audience",
    .idle_labels = "prerequisite|prerequisites|prereqs|requires|requirements|discussion|"
                   "discussions|note|notes|remark|remarks|comment|comments|duration|effort|"
                   "time|hours|estimated time|estimate|timeline|level|difficulty|link|links|"
                   "url|status|state|date|dates|day|days|week|weeks|month|months|price|cost|"
                   "author|authors|platform|source|provider|rating|progress|done|completed|"
                   "format|language|deadline|due|due date|priority|type|resource|resources",
    .work_labels = "topic|topics|what to do|description|task|tasks|focus|content|contents|"
                   "activity|activities|exercise|exercises|goal|goals|objective|objectives|"
                   "target|learning target|learning objective|learning objectives|"
                   "key concepts|concepts|subject|subjects|skills|deliverable|deliverables|"
                   "project|projects",
    .list_labels = "steps|step by step|tasks|topics|subtasks",
    .totals = "total|totals|sum",
    .total_hours = "total estimated time|total time|total hours|hours",

    /* Columns */
    .date_columns = "date|dates|when|period",
    .author_columns = "author|authors|author(s)",

    /* Sentences */
    .joining = "not|and|but|which|or|then|so|that|who|where|when|while|because|if|as|"
               "nor|yet",
    .prerequisites = "prerequisite|prerequisites|prereq|prereqs|requires|depends on|after",
    .prerequisite_fillers = "finishing|completing|completion of|the|of|is|are",

    /* In the tracker */
    .done = "true|complete|completed|ok|okay|checked|ticked|reached",

    /* Activities */
    .learn = "read|learn|theor|research|stud|lectur|cours|video|concept|book|watch|"
             "document|tutorial",
    .build = "implement|cod|build|project|program|develop|hands-on|lab|creat|"
             "construct|mak",
    .sharpen = "problem|debug|test|optimi|exercis|review|practi|quiz|drill|challeng|"
               "kata|exam|assess|revis|interview|leetcode|refactor|troubleshoot|profil",
    .share = "mentor|leader|communit|teach|network|blog|writ|content|present|social|"
             "shar|career|job|portfolio|meetup|talk|speak|publish",
    .exercise = "exercis|kata|puzzle|quiz|challenge|drill|problem|leetcode",
    .reading = "read|book|document|paper",
    .source_code = "code|codes|coding|codebase",
    .programs = "program|programs|programming",
};
