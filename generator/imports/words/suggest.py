"""A category (五公开) for an item whose table prints none: a suggestion, with the word it rests on.

The national form has no column for it.  What an item is called mostly tells what it is: 办事指南
is 服务, 处罚决定 is 结果.  A suggestion is marked as one, and `check` says so until somebody
confirms it.
"""

from __future__ import annotations

import re

from generator.model.entry import Category
from generator.terms import simplified

# How strongly a word speaks for a category; what ends a name says more than what it contains.
_WORDS: tuple[tuple[Category, int, str], ...] = (
    (Category.RESULT, 5, "决定书|处罚决定|补偿决定|审批结果|检查结果|抽检结果|审核结果|评审结果"),
    (Category.RESULT, 5, "分配结果|中标|成交|决算|年报|年度报告"),
    (Category.RESULT, 4, "结果|名单|统计|使用情况|发放|公示|验收|批准文件|绩效|鉴定|调查报告"),
    (Category.SERVICE, 5, "办事指南|办理指南|服务指南|办事服务|申请指南|办理指引|便民|申领|咨询"),
    (Category.SERVICE, 4, "指南|指引|名录|服务|登记|申请|缴费|援助|培训|资助|补贴|受理|流程"),
    (Category.SERVICE, 4, "许可|认定|入学|报装|查询"),
    (Category.DECISION, 5, "法律|法规|规章|规范性文件|政策文件|重大决策|草案|征求意见"),
    (Category.DECISION, 5, "听证|意见征集"),
    (Category.DECISION, 4, "政策|规划|标准|决策|预案|解读|区片"),
    (Category.IMPLEMENTATION, 4, "实施|计划|进展|任务|招标|资格预审|预公告|分配|落实|整改"),
    (Category.IMPLEMENTATION, 4, "应急响应|灾情|调查"),
    (Category.IMPLEMENTATION, 3, "方案|公告|通知|执行|项目|资金|补偿"),
    (Category.MANAGEMENT, 5, "监督检查|监管|督导|执法|权责清单|权力清单|责任清单|机构设置"),
    (Category.MANAGEMENT, 5, "机构职能|机关简介|领导"),
    (Category.MANAGEMENT, 4, "监督|检查|管理|职责|职能|机构|处罚|强制|备案|安全|考核|制度"),
)  # fmt: skip
_FORMS = tuple((category, weight, re.compile(words)) for category, weight, words in _WORDS)


def suggested(name: str, group: str, content: str) -> tuple[Category, str] | None:
    """Return the category that the words of an item speak for, and the word that says so most."""
    scores: dict[Category, int] = {}
    words: dict[Category, tuple[int, str]] = {}
    for text, factor in ((name, 4), (group, 2), (content[:60], 1)):
        plain = simplified(text)
        for category, weight, form in _FORMS:
            found = [*form.finditer(plain)][-1:]
            if found:
                ends = re.fullmatch("(?:信息|情况|公告)?", plain[found[0].end() :])
                points = weight * factor + (3 * factor if ends else 0)
                scores[category] = scores.get(category, 0) + points
                words[category] = max(words.get(category, (0, "")), (points, found[0][0]))
    if not scores:
        return None
    best = max(Category, key=lambda one: scores.get(one, 0))
    return best, words[best][1]
