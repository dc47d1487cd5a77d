/* portuguese: the words of Portuguese. */
#include "words/language.h"

const struct language language_portuguese = {
    .code = "pt",
    .head_first = true,
    .common = "de|e|em|com|para|os|do|da|não|um|uma|no|na|meu",

    /* Time */
    .units = {[UNIT_DAY] = "dia|dias",
              [UNIT_WEEK] = "semana|semanas",
              [UNIT_MONTH] = "mês|meses|mes",
              [UNIT_QUARTER] = "trimestre|trimestres",
              [UNIT_TERM] = "semestre|semestres",
              [UNIT_YEAR] = "ano|anos"},
    .weekdays = {"segunda-feira|segunda|seg", "terça-feira|terça|ter", "quarta-feira|quarta|qua",
                 "quinta-feira|quinta|qui", "sexta-feira|sexta|sex", "sábado|sábados|sáb|sab",
                 "domingo|domingos|dom"},
    .months = {"janeiro|jan", "fevereiro|fev", "março|mar", "abril|abr", "maio|mai", "junho|jun",
               "julho|jul", "agosto|ago", "setembro", "outubro", "novembro|nov", "dezembro|dez"},
    .numbers = {"um|uma", "dois|duas", "três"},
    .to = "a|à|até",
    .and_also = "e",
    .by = "até|antes de",
    .end_of = "fim de|fim do|fim da|final do|final da|ao final do|ao final da",
    .beyond = "em diante|e além",
    .of = "de",
    .date_of = "de",
    .ordinals = "ª|º|°",
    .day_ordinals = "º|ª",
    .every_day = "diariamente|todos os dias|diário",
    .workdays = "dias úteis|durante a semana",
    .weekend = "fim de semana|fins de semana|final de semana",

    /* Hours and prices */
    .hours = "h|hora|horas",
    .minutes = "min|minuto|minutos",
    .per = "por|ao|à|a cada",
    .each = "cada|cada uma",
    .every = "por|cada",
    .a_day = "diárias|diários|diariamente",
    .a_week = "semanais|semanalmente",
    .rates = "por",

    /* Marks */
    .optional = "opcional|opcionais",
    .choice = "escolha|escolher|escolha um|escolha uma|optativas|eletivas",

    /* Headings */
    .phases = "fase|etapa|módulo|modulo|bloco|nível|parte",
    .chapters = "capítulo|capítulos|cap|cap.",
    .whole = "plano|cronograma|resumo|calendário|total|roteiro|trilha",
    .kinds = {[ITEM_OUTCOME] = "resultados",
              [ITEM_GOAL] = "objetivo|objetivos|meta|metas",
              [ITEM_TOPIC] = "tópico|tópicos|conteúdo|conteúdos|teoria",
              [ITEM_TASK] = "tarefa|tarefas|exercício|exercícios|prática|práticas",
              [ITEM_PROJECT] = "projeto|projetos|mini-projetos",
              [ITEM_READING] = "leitura|leituras|livros",
              [ITEM_ALLOCATION] = "distribuição do tempo",
              [ITEM_CHECK] = "lista de verificação|critérios de saída|entregas",
              [ITEM_STRAND] = "trilhas|trilha",
              [ITEM_STEP] = "iniciantes|passos|ponte",
              [ITEM_SPECIALIZATION] = "especialização|especializações",
              [ITEM_PORTFOLIO] = "portfólio|portfolio",
              [ITEM_JOB] = "emprego|vagas|entrevistas|carreira",
              [ITEM_COMMITMENT] = "comunidade",
              [ITEM_MILESTONE] = "marco|marcos",
              [ITEM_QUESTION] = "perguntas|autoavaliação",
              [ITEM_RESOURCE] = "recursos|ferramentas|materiais|links",
              [ITEM_COST] = "custo|custos|orçamento|gastos",
              [ITEM_SLOT] = "horário|horários",
              [ITEM_ADVICE] = "dica|dicas|conselhos|notas|estratégias"},
    .project = "projeto",
    .courses = "tema|módulo|disciplina|curso",
    .periods = "férias",
    .pieces_of_work = "projeto|projetos",

    /* Labels */
    .length_labels = "duração",
    .fact_labels = "duração",
    .idle_labels = "requisitos|pré-requisitos|notas|duração|nível|estado|data|semana|dia|"
                   "preço|autor|horas|recursos",
    .work_labels = "tema|temas|conteúdo|tarefa|tarefas|descrição|objetivo|objetivos|"
                   "atividade|atividades",
    .list_labels = "passos|tarefas",
    .totals = "total|soma",
    .total_hours = "horas",

    /* Columns */
    .date_columns = "data|datas",
    .author_columns = "autor|autora|autores",

    /* Sentences */
    .joining = "e|ou|mas|não|que",
    .prerequisites = "pré-requisitos",

    /* In the tracker */
    .done = "sim|feito|feita|pronto|pronta|concluído|concluída|verdadeiro|terminado|terminada",

    /* Activities */
    .learn = "teor|ler|leitura|estud|aula|curso|livro",
    .build = "projeto|código|codig|constru|desenvolv|programa",
    .sharpen = "exercíc|exercic|prova|simulad",
    .share = "comunidade|compart|ensin",
    .exercise = "exercíc|exercic",
    .reading = "ler|leitura|livro",
    .source_code = "código",
    .programs = "programação",
};
