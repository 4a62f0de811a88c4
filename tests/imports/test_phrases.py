"""Words of cells as offices write them: provisions, contents, names, limits and bodies."""

from __future__ import annotations

import pytest

from generator.imports.words.bases import bases
from generator.imports.words.bodies import bodies, units_of
from generator.imports.words.wording import elements, limit, name

# -- bases -------------------------------------------------------------------------------------

Told = tuple[str, str, str, str]  # title, number, edition, article


def of(title: str, number: str = "", edition: str = "", article: str = "") -> Told:
    return title, number, edition, article


def told(text: str) -> list[Told]:
    """The provisions of a cell."""
    return [(one.title, one.number, one.edition, one.article) for one in bases(text).found]


BASES = {
    "a bracket that is never closed": (
        "《甲办法》(国务院令第649号、《乙办法》(民发〔2021〕57号)",
        [of("甲办法", "国务院令第649号"), of("乙办法", "民发〔2021〕57号")],
    ),
    "the kinds of provisions before them": (
        "【法律】《甲法》\n【行政法规】《乙条例》\n【规章】《丙办法》",
        [of("甲法"), of("乙条例"), of("丙办法")],
    ),
    "a day and a number in one bracket": (
        "《甲意见》（2016年12月8日发布，建保〔2016〕281号）",
        [of("甲意见", "建保〔2016〕281号", "2016年12月8日发布")],
    ),
    "a number and a day in one bracket": (
        "《甲法》（主席令第五十七号，2020年10月17日修订）",
        [of("甲法", "主席令第五十七号", "2020年10月17日修订")],
    ),
    "years that are an edition or the title": (
        "《甲法》（2021年修正）、《2018-2020年乙实施意见》、《“十三五”规划》",
        [of("甲法", edition="2021年修正"), of("2018-2020年乙实施意见"), of("“十三五”规划")],
    ),
    "titles without marks": (
        "甲条例、乙办法（国务院令第649号）；关于丙的通知（民发〔2020〕69号）",
        [of("甲条例"), of("乙办法", "国务院令第649号"), of("关于丙的通知", "民发〔2020〕69号")],
    ),
    "titles without marks, their numbers behind a blank": (
        "关于甲的通知 某财债〔2018〕206号、关于乙的通知 民发〔2020〕69号",
        [of("关于甲的通知", "某财债〔2018〕206号"), of("关于乙的通知", "民发〔2020〕69号")],
    ),
    "issuers before the titles": (
        "民政部《关于印发〈甲办法〉的通知》（民发〔2021〕43号）、县政府办《丙方案》",
        [of("民政部《关于印发〈甲办法〉的通知》", "民发〔2021〕43号"), of("县政府办《丙方案》")],
    ),
    "issuers within a broken title": (
        "《国务院办公厅\n关于甲的意见》《文化部 财政部关于乙的意见》",
        [of("国务院办公厅关于甲的意见"), of("文化部 财政部关于乙的意见")],
    ),
    "articles of every form": (
        "《甲条例》第二十条第（一）项、第二十一条；《乙法》第5条、第48条第1款；《丙条例》第三十条之一",
        [
            of("甲条例", article="第二十条第（一）项、第二十一条"),
            of("乙法", article="第5条、第48条第1款"),
            of("丙条例", article="第三十条之一"),
        ],
    ),
    "traditional characters": (
        "《政府信息公開條例》國務院令第711號,第二十條第一款",
        [of("政府信息公開條例", "国务院令第711号", article="第二十條第一款")],
    ),
    "a standard": ("《甲标准》（GB/T 37668-2019）", [of("甲标准", "GB/T 37668-2019")]),
    "an order of a ministry": ("《甲办法》（令第2号）", [of("甲办法", "令第2号")]),
    "words that only connect": (
        "根据《甲办法》和《乙法》以及《丙法》", [of("甲办法"), of("乙法"), of("丙法")],
    ),
    "rules that go with it": ("《甲办法》及其实施细则", [of("《甲办法》及其实施细则")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "found"), BASES.values(), ids=BASES)
def test_each_provision_is_told_from_the_next(text, found):
    """
    Title, number, edition and article, however they are strung together.
    """
    assert found == told(text)


@pytest.mark.parametrize("mark", ["：", " "])
def test_the_clause_behind_an_article_belongs_to_it(mark):
    """
    Its commas part no provisions; the next title ends it.
    """
    text = f"《甲条例》第七条{mark}出生后一个月以内，由户主、亲属申报。\n《乙条例》"

    assert [
        of("甲条例", article="第七条：出生后一个月以内，由户主、亲属申报。"),
        of("乙条例"),
    ] == told(text)


# -- contents ----------------------------------------------------------------------------------

THREE = ["文件名称", "文号", "发布日期"]
CONTENTS = {
    "numbers and bullets": ("1.●文件名称\n2.●文号\n3.●发布日期", THREE),
    "wide figures": ("１．文件名称　２．文号　３．发布日期", THREE),
    "figures in brackets": ("(1)文件名称(2)文号(3)发布日期", THREE),
    "boxes": ("□文件名称\n□文号\n□发布日期", THREE),
    "boxes in one line": ("■文件名称 □文号 □发布日期", THREE),
    "semicolons of a keyboard": ("文件名称;文号;发布日期", THREE),
    "semicolons in brackets": (
        "标准（含低保、特困；临时救助）；材料【原件；复印件】；结果",
        ["标准（含低保、特困；临时救助）", "材料【原件；复印件】", "结果"],
    ),
    "semicolons within numbered ones": (
        "1.办事指南：条件；材料。2.审批结果：名单；金额。",
        ["办事指南：条件；材料", "审批结果：名单；金额"],
    ),
    "a list of lists": (
        "一、条件：\n（一）户籍；\n（二）收入。\n二、材料：\n1.身份证；\n2.户口簿。",
        ["条件：", "户籍", "收入", "材料：", "身份证", "户口簿"],
    ),
    "times of the day": (
        "办公时间：上午8:30-12:00；下午14:00-17:30",
        ["办公时间：上午8:30-12:00", "下午14:00-17:30"],
    ),
}


@pytest.mark.parametrize(("text", "found"), CONTENTS.values(), ids=CONTENTS)
def test_a_content_is_the_list_of_its_elements(text, found):
    """
    Without what numbers them.
    """
    assert found == [*elements(text)]


def test_a_list_of_thousands_is_read():
    """
    One cell may hold a register.
    """
    items = [f"第{number}号公告" for number in range(1, 4000)]

    assert items == [*elements("；".join(items))]


# -- names -------------------------------------------------------------------------------------

KEPT = (
    "12345热线办理情况", "3岁以下婴幼儿照护", "2024年度预算", "1+X证书", "110报警服务台",
    "5.12防灾减灾日活动", "12.4宪法日", "3A级景区名录", "“一老一小”服务", "（国家级）非遗项目",
    "一件事一次办", "政策文件（试行）",
)  # fmt: skip


@pytest.mark.parametrize("text", KEPT)
def test_what_belongs_to_a_name_stays(text):
    """
    Figures, quotes and brackets that are no list number.
    """
    assert text == name(text)


@pytest.mark.parametrize(
    "text", ["1、政策文件", "5.政策文件", "1.1.1政策文件", "●政策文件", "政策文件；"]
)
def test_what_only_lists_a_name_is_taken_off(text):
    """
    Its number, its bullet and the stop behind it.
    """
    assert "政策文件" == name(text)


# -- limits and bodies -------------------------------------------------------------------------

LIMITS = {
    "信息形成之日起\n20个工\n作日内": "信息形成之日起20个工作日内",
    "每季度首月10日前 每半年更新": "每季度首月10日前 每半年更新",
    "批前：不少于7日\n批后：20日内": "批前：不少于7日 批后：20日内",
    "长期公开/随时更新": "长期公开/随时更新",
    "T+1日": "T+1日",
}


@pytest.mark.parametrize(("text", "found"), LIMITS.items(), ids=LIMITS.values())
def test_a_limit_is_one_line_with_its_statements_apart(text, found):
    """
    What a line broke is put together, what it parted is not.
    """
    assert found == limit(text)


BODIES = {
    "街道\n办事处": ["街道办事处"],
    "县民政局\n各乡镇人民政府": ["县民政局", "各乡镇人民政府"],
    "县民政局 县财政局": ["县民政局", "县财政局"],
    "县民政局、各乡镇人民政府（街道办事处）": ["县民政局", "各乡镇人民政府（街道办事处）"],
    "各镇人民政府 (经济办/农业办)": ["各镇人民政府(经济办/农业办)"],
    "县（市、区）民政部门": ["县（市、区）民政部门"],
    "县民政局会同县财政局": ["县民政局会同县财政局"],
    "示范县第一中学、第二中学": ["示范县第一中学", "第二中学"],
    "招标人或者其委托的招标代理机构": ["招标人或者其委托的招标代理机构"],
}


@pytest.mark.parametrize(("text", "found"), BODIES.items(), ids=map("、".join, BODIES.values()))
def test_bodies_are_told_apart_by_what_parts_whole_names(text, found):
    """
    A blank or a line may also break a name; brackets belong to it.
    """
    assert found == [one.name for one in bodies(text, units_of(())).found]
