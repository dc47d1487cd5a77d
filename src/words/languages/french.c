/* french: the words of French. */
#include "words/language.h"

const struct language language_french = {
    .code = "fr",
    .head_first = true,
    .common = "le|la|les|des|et|du|une|pour|dans|est|avec|vous|de",

    /* Time */
    .units = {[UNIT_DAY] = "jour|jours",
              [UNIT_WEEK] = "semaine|semaines|sem|sem.",
              [UNIT_MONTH] = "mois",
              [UNIT_QUARTER] = "trimestre|trimestres",
              [UNIT_TERM] = "semestre|semestres",
              [UNIT_YEAR] = "an|ans|année|années"},
    .weekdays = {"lundi|lundis|lun|lun.", "mardi|mardis|mar|mar.", "mercredi|mercredis|mer|mer.",
                 "jeudi|jeudis|jeu|jeu.", "vendredi|vendredis|ven|ven.", "samedi|samedis|sam|sam.",
                 "dimanche|dimanches|dim|dim."},
    .months = {"janvier|janv|janv.", "février|fév|févr|févr.", "mars", "avril|avr|avr.", "mai",
               "juin", "juillet|juil|juil.", "août", "septembre|sept|sept.", "octobre|oct|oct.",
               "novembre|nov|nov.", "décembre|déc|déc."},
    .numbers = {"un|une", "deux", "trois"},
    .to = "à|au|jusqu'à|jusqu'au",
    .and_also = "et",
    .by = "avant|d'ici|pour",
    .end_of = "fin du|fin de|fin de la|à la fin du|à la fin de la",
    .beyond = "et au-delà|et plus|et suivants",
    .of = "de",
    .date_of = "de",
    .ordinals = "er|ère|re|e|ème|eme",
    .day_ordinals = "er",
    .every_day = "tous les jours|chaque jour|quotidien|quotidiennement",
    .workdays = "jours ouvrés|en semaine",
    .weekend = "week-end|week-ends|weekend|fin de semaine",

    /* Hours and prices */
    .hours = "h|heure|heures",
    .minutes = "min|minute|minutes",
    .per = "par|la|le",
    .each = "chacun|chacune|chaque",
    .every = "par|chaque",
    .a_day = "quotidiennes|quotidien|tous les jours",
    .a_week = "hebdomadaires|hebdomadaire",
    .rates = "par",

    /* Marks */
    .optional = "facultatif|facultative|facultatifs|optionnel|optionnelle|en option",
    .choice = "au choix|choisir|choisissez",

    /* Headings */
    .phases = "phase|étape|etape|module|niveau|bloc|partie",
    .chapters = "chapitre|chapitres|chap|chap.",
    .whole = "plan|programme|calendrier|aperçu|total|feuille de route",
    .kinds = {[ITEM_OUTCOME] = "résultat|résultats|acquis",
              [ITEM_GOAL] = "objectif|objectifs|but|buts",
              [ITEM_TOPIC] = "sujet|sujets|thème|thèmes|notions|théorie",
              [ITEM_TASK] = "tâche|tâches|exercice|exercices|pratique",
              [ITEM_PROJECT] = "projet|projets|mini-projets",
              [ITEM_READING] = "lecture|lectures|livres|bibliographie",
              [ITEM_ALLOCATION] = "répartition du temps",
              [ITEM_CHECK] = "liste de contrôle|critères de sortie|livrables",
              [ITEM_STRAND] = "parcours",
              [ITEM_STEP] = "débutants|étapes|passerelle",
              [ITEM_SPECIALIZATION] = "spécialisation|spécialisations",
              [ITEM_PORTFOLIO] = "portfolio",
              [ITEM_JOB] = "emploi|entretiens|entretien|carrière",
              [ITEM_COMMITMENT] = "communauté|réseau",
              [ITEM_MILESTONE] = "jalon|jalons",
              [ITEM_QUESTION] = "questions|auto-évaluation",
              [ITEM_RESOURCE] = "ressource|ressources|outils|liens|supports",
              [ITEM_COST] = "coût|coûts|budget|dépenses",
              [ITEM_SLOT] = "emploi du temps",
              [ITEM_ADVICE] = "conseil|conseils|astuces|remarques|stratégies"},
    .project = "projet",
    .courses = "sujet|matière|module|cours",
    .periods = "vacances",
    .pieces_of_work = "projet|projets",

    /* Labels */
    .length_labels = "durée",
    .fact_labels = "durée|objectif",
    .idle_labels = "prérequis|remarques|durée|effort|niveau|lien|liens|statut|date|jour|"
                   "semaine|prix|auteur|source|heures|ressources",
    .work_labels = "sujet|sujets|contenu|tâche|tâches|description|objectif|objectifs|"
                   "activité|activités",
    .list_labels = "étapes|tâches",
    .totals = "total",
    .total_hours = "heures|somme",

    /* Columns */
    .date_columns = "date|dates",
    .author_columns = "auteur|auteurs",

    /* Sentences */
    .joining = "et|ou|mais|puis|pas|que|qui",
    .prerequisites = "prérequis",

    /* In the tracker */
    .done = "oui|fait|faite|fini|finie|vrai|terminé|terminée",

    /* Activities */
    .learn = "théor|lire|étud|cours|livre",
    .build = "projet|développ|coder",
    .sharpen = "révis|problèm",
    .share = "communaut|partag|enseign",
    .reading = "lire|lecture|livre",
    .programs = "programmation",
};
