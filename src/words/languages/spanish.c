/* spanish: the words of Spanish. */
#include "words/language.h"

const struct language language_spanish = {
    .code = "es",
    .head_first = true,
    .common = "de|la|el|los|las|en|con|para|una|del|y|que|por",

    /* Time */
    .units = {[UNIT_DAY] = "día|días|dia|dias",
              [UNIT_WEEK] = "semana|semanas",
              [UNIT_MONTH] = "mes|meses",
              [UNIT_QUARTER] = "trimestre|trimestres",
              [UNIT_TERM] = "cuatrimestre|cuatrimestres",
              [UNIT_YEAR] = "año|años"},
    .weekdays = {"lunes|lun", "martes|mar", "miércoles|miercoles|mié|mie", "jueves|jue",
                 "viernes|vie", "sábado|sabado|sábados|sáb|sab", "domingo|domingos|dom"},
    .months = {"enero|ene", "febrero|feb", "marzo|mar", "abril|abr", "mayo|may", "junio|jun",
               "julio|jul", "agosto|ago", "septiembre|setiembre|sep|sept", "octubre|oct",
               "noviembre|nov", "diciembre|dic"},
    .numbers = {"un|una|uno", "dos", "tres"},
    .to = "a|al|hasta",
    .and_also = "y|e",
    .by = "hasta|antes de",
    .end_of = "fin de|final de|fin de la|final de la|fin del|final del|a final de",
    .beyond = "y más allá|en adelante|y siguientes",
    .of = "de",
    .date_of = "de",
    .ordinals = "ª|º|°",
    .day_ordinals = "º|ª",
    .every_day = "diario|diariamente|todos los días|cada día",
    .workdays = "entre semana|días laborables|días hábiles",
    .weekend = "fin de semana|fines de semana",

    /* Hours and prices */
    .hours = "h|hs|hr|hrs|hora|horas",
    .minutes = "min|minuto|minutos",
    .per = "por|a la|al|cada",
    .each = "cada una|cada uno",
    .every = "por|cada",
    .a_day = "diarias|diarios|diario",
    .a_week = "semanales|semanal",
    .rates = "al|por",

    /* Marks */
    .optional = "opcional|opcionales",
    .choice = "elige|elegir|elige uno|a elegir|optativas|optativa",

    /* Headings */
    .phases = "fase|etapa|módulo|modulo|bloque|nivel|parte",
    .chapters = "capítulo|capítulos|cap|cap.",
    .whole = "plan|resumen|cronograma|calendario|total|ruta|hoja de ruta",
    .kinds = {[ITEM_OUTCOME] = "resultado|resultados",
              [ITEM_GOAL] = "objetivo|objetivos|meta|metas",
              [ITEM_TOPIC] = "tema|temas|contenidos|contenido|teoría",
              [ITEM_TASK] = "tarea|tareas|ejercicios|práctica|prácticas",
              [ITEM_PROJECT] = "proyecto|proyectos|mini-proyectos",
              [ITEM_READING] = "lectura|lecturas|libros|bibliografía",
              [ITEM_ALLOCATION] = "distribución del tiempo|reparto del tiempo",
              [ITEM_CHECK] = "lista de verificación|criterios de salida|entregables",
              [ITEM_STRAND] = "itinerario|itinerarios",
              [ITEM_STEP] = "principiantes|pasos|puente",
              [ITEM_SPECIALIZATION] = "especialización|especializaciones|especialidad",
              [ITEM_PORTFOLIO] = "portafolio|portfolio",
              [ITEM_JOB] = "empleo|trabajo|entrevistas|entrevista",
              [ITEM_COMMITMENT] = "comunidad|red de contactos",
              [ITEM_MILESTONE] = "hito|hitos",
              [ITEM_QUESTION] = "preguntas|autoevaluación",
              [ITEM_RESOURCE] = "recurso|recursos|herramientas|enlaces|materiales",
              [ITEM_COST] = "costo|costos|coste|costes|presupuesto|gastos",
              [ITEM_SLOT] = "horario|horario semanal",
              [ITEM_ADVICE] = "consejo|consejos|notas|estrategias"},
    .project = "proyecto",
    .courses = "tema|asignatura|módulo|curso",
    .periods = "vacaciones",
    .pieces_of_work = "proyecto|proyectos",

    /* Labels */
    .length_labels = "duración",
    .fact_labels = "duración|duracion|objetivo|descripción",
    .idle_labels = "requisitos|prerrequisitos|notas|duración|esfuerzo|nivel|enlace|enlaces|"
                   "estado|fecha|semana|día|dia|precio|autor|fuente|horas|recursos",
    .work_labels = "tema|temas|contenido|contenidos|tarea|tareas|descripción|objetivo|"
                   "objetivos|actividad|actividades",
    .list_labels = "pasos|tareas",
    .totals = "total|suma",
    .total_hours = "total estimado|horas",

    /* Columns */
    .date_columns = "fecha|fechas",
    .author_columns = "autor|autora|autores",

    /* Sentences */
    .joining = "y|e|o|pero|no|que",
    .prerequisites = "prerrequisitos",

    /* In the tracker */
    .done = "sí|si|hecho|hecha|listo|lista|verdadero|terminado|terminada|completado|completada",

    /* Activities */
    .learn = "teor|leer|lectura|estud|curso|libro",
    .build = "proyecto|código|codig|constru|desarroll|programa",
    .sharpen = "ejercic|repas|exámen|examen",
    .share = "comunidad|compart|enseñ",
    .exercise = "ejercic",
    .reading = "leer|lectura|libro",
    .source_code = "código",
    .programs = "programación",
};
