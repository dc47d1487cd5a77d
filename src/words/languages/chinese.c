/* chinese: the words of Chinese. */
#include "words/language.h"

const struct language language_chinese = {
    .code = "zh",
    .script = SCRIPT_HAN,
    .common = "的|和|与|在|学习|了|能",

    /* Time */
    .units = {[UNIT_DAY] = "天|日",
              [UNIT_WEEK] = "周|週|星期|个星期|個星期|礼拜",
              [UNIT_MONTH] = "个月|個月|月",
              [UNIT_QUARTER] = "季度|季",
              [UNIT_TERM] = "学期|學期",
              [UNIT_YEAR] = "年"},
    .weekdays = {"周一|週一|星期一", "周二|週二|星期二", "周三|週三|星期三", "周四|週四|星期四",
                 "周五|週五|星期五", "周六|週六|星期六", "周日|週日|星期日|星期天|周天"},
    .to = "至|到",
    .and_also = "和|与|、",
    .by = "截止|截至",
    .end_of = "截止到",
    .beyond = "以后|之后|及以后|起",
    .every_day = "每天|每日",
    .workdays = "平日|工作日",
    .weekend = "周末|週末",

    /* Hours and prices */
    .hours = "小时|小時|个小时|個小時",
    .minutes = "分钟|分鐘",
    .per = "每",
    .each = "每次|各",
    .a_day = "每天|每日",
    .a_week = "每周|每週",

    /* Marks */
    .optional = "可选|可選|选做|選做|选修|選修",
    .choice = "任选|任選|选择其一|二选一|三选一",

    /* Headings */
    .phases = "阶段|階段|模块|部分",
    .chapters = "章",
    .whole = "总体|總體|时间规划|总览|概览|总时间|计划|規劃|总计",
    .kinds = {[ITEM_OUTCOME] = "成果",
              [ITEM_GOAL] = "学习目标|學習目標|目标|目標",
              [ITEM_TOPIC] = "学习内容|學習內容|主题|主題|理论|知识点|学习安排",
              [ITEM_TASK] = "任务|任務|练习|練習|作业",
              [ITEM_PROJECT] = "实践项目|實踐項目|项目|項目",
              [ITEM_READING] = "书单|阅读|閱讀|书籍推荐|书籍",
              [ITEM_ALLOCATION] = "时间分配|時間分配",
              [ITEM_CHECK] = "验收标准|驗收標準|检查清单|清单",
              [ITEM_STEP] = "步骤|步驟|入门",
              [ITEM_SPECIALIZATION] = "专业方向|專業方向",
              [ITEM_PORTFOLIO] = "作品集",
              [ITEM_JOB] = "求职|求職|面试|面試|简历",
              [ITEM_COMMITMENT] = "社区|社群",
              [ITEM_MILESTONE] = "里程碑",
              [ITEM_QUESTION] = "自测|自測|自我评估",
              [ITEM_RESOURCE] = "学习资源|學習資源|资源|資源|工具",
              [ITEM_COST] = "费用|費用|预算|預算",
              [ITEM_SLOT] = "时间表|時間表|作息",
              [ITEM_ADVICE] = "建议|建議|技巧|注意事项|注意"},
    .project = "项目",

    /* Labels */
    .length_labels = "时长|总时长",
    .fact_labels = "时长|目标",
    .idle_labels = "备注|備註|状态|完成状态|难度|时长|时间|链接|前置|前置知识|日期|周次",
    .work_labels = "主题|主題|内容|学习内容|任务|任務|目标|描述",
    .list_labels = "步骤|步驟|任务",
    .totals = "总计|合计|共计",
    .total_hours = "总时长",

    /* Columns */
    .date_columns = "日期|第几周",
    .week_columns = "周次|週次",
    .author_columns = "作者",

    /* Sentences */
    .prerequisites = "先修",

    /* In the tracker */
    .done = "是|对|真|完成|已完成|做完|做完了",

    /* Activities */
    .learn = "阅读|閱讀|理论|理論|学习|學習|课程|課程|视频|看书|读书",
    .build = "实现|實現|项目|專案|编程|編程|编码|开发|開發|实战",
    .sharpen = "练习|練習|刷题|复习|複習|测试|測試|调试|算法题",
    .share = "社区|社區|分享|博客|写作|教学",
    .exercise = "练习|練習|刷题|習題",
    .reading = "阅读|閱讀|看书|读书",
};
