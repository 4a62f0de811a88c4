"""Words above and between tables: which field their items belong to, and what holds for all."""

from __future__ import annotations

import pytest

from .tables import (
    HEAD,
    MERGED,
    OVER,
    UNDER,
    across,
    book,
    csv,
    docx,
    imported,
    other,
    page,
    row,
    table,
    xlsx,
)

RELIEF, CARE = "shehui-jiuzhu", "yanglao-fuwu"
ONE, TWO = table(HEAD, row()), table(HEAD, row(name="扶持政策"))

FIELDS = {
    "国土空间规划": "chengxiang-guihua", "征地补偿": "jiti-tudi-zhengshou",
    "环境保护": "shengtai-huanjing", "医疗卫生": "yiliao-weisheng", "卫生健康": "yiliao-weisheng",
    "乡村振兴": "fupin", "救灾生产": "jiuzai", "就业创业": "jiuye",
}  # fmt: skip


@pytest.mark.parametrize(("words", "field"), FIELDS.items())
def test_a_field_goes_by_the_names_that_publishers_give_it(words, field, tmp_path):
    """
    In the title of a document.
    """
    title = f"示范县{words}领域基层政务公开标准目录"

    assert [field] == imported(tmp_path, docx(title, ONE), field="").each("field")


@pytest.mark.parametrize("words", ["城管执法", "交通运输"])
def test_a_field_that_the_site_does_not_have_is_asked_for(words, tmp_path):
    """
    It is never the nearest that it has.
    """
    title = f"示范县{words}领域基层政务公开标准目录"
    found = imported(tmp_path, docx(title, ONE), field="")

    assert ["table-field"] == found.problems
    assert [] == found.entries


SEVERAL = {
    "a title over each table of a document": docx(
        "社会救助领域基层政务公开标准目录", ONE, "养老服务领域基层政务公开标准目录", TWO
    ),
    "a title over each table of a page": page(
        "<p>（五）社会救助领域标准目录</p>", ONE, "<p>（六）养老服务领域标准目录</p>", TWO
    ),
    "a sheet for each": book({"社会救助": ONE, "养老服务": TWO}),
    "a heading over each header of a sheet": xlsx(
        ["（一）社会救助领域"], HEAD, row(), ["（二）养老服务领域"], HEAD, row(name="扶持政策"),
        spans=[across(0), across(3)],
    ),
    "a heading below the one header": xlsx(
        HEAD, ["一、社会救助领域"], row(), ["二、养老服务领域"], row(name="扶持政策"),
        spans=[across(1), across(3)],
    ),
    "a heading that nothing says is merged": csv(
        HEAD, ["一、社会救助领域"], row(), ["二、养老服务领域"], row(name="扶持政策")
    ),
    "a heading that is the name alone": csv(
        HEAD, ["社会救助"], row(), ["养老服务"], row(name="扶持政策")
    ),
    "a heading below a title of no field": docx(
        "示范镇基层政务公开标准目录",
        table(
            HEAD, ["社会救助领域"], row(), ["养老服务领域"], row(name="扶持政策"),
            spans=[across(1), across(3)],
        ),
    ),
    "a column": csv(
        ["领域", *HEAD], ["社会救助", *row()], ["养老服务", *row(name="扶持政策")]
    ),
}  # fmt: skip


@pytest.mark.parametrize("file", SEVERAL.values(), ids=SEVERAL)
def test_one_file_may_hold_several_fields(file, tmp_path):
    """
    Each item belongs to the one that stands nearest above it.
    """
    found = imported(tmp_path, file, field="")

    assert [("政策文件", RELIEF), ("扶持政策", CARE)] == found.each("name", "field")


def test_the_last_item_before_a_heading_belongs_to_the_one_above(tmp_path):
    """
    Each of three, and the two that follow.
    """
    first = [row(name=f"救助{number}") for number in range(3)]
    second = [row(name=f"养老{number}") for number in range(2)]
    lines = (HEAD, ["一、社会救助领域"], *first, ["二、养老服务领域"], *second)
    found = imported(tmp_path, xlsx(*lines, spans=[across(1), across(5)]), field="")

    assert [RELIEF] * 3 + [CARE] * 2 == found.each("field")


def test_a_column_of_fields_that_is_left_empty_says_what_it_said_above(tmp_path):
    """
    The name of the field stands at its first item.
    """
    lines = (["社会救助", *row()], ["", *other()], ["养老服务", *row(name="扶持政策")])
    found = imported(tmp_path, csv(["领域", *HEAD], *lines), field="")

    assert [RELIEF, RELIEF, CARE] == found.each("field")


TITLED = {
    "rows above the header": xlsx(
        ["社会救助领域基层政务公开标准目录"],
        ["填表单位：示范县民政局", *[""] * 10, "填表日期：2024年3月1日"],
        [],
        OVER, UNDER, row(),
        spans=[
            across(0), across(1, "number", "body"), across(1, "on_request", "township"),
            *((first + 3, last + 3, left, right) for first, last, left, right in MERGED),
        ],
    ),
    "a cover sheet": book({
        "封面": table(["社会救助领域基层政务公开标准目录"], ["示范县民政局"]),
        "目录": ONE,
        "说明": table(["填表说明"], ["1.序号：按顺序填写"], ["2.公开事项：一级事项、二级事项"]),
    }),
    "a page whose menu names every field": page(
        "<ul><li>社会救助领域</li><li>养老服务领域</li><li>义务教育领域</li></ul>",
        "<h2>社会救助领域基层政务公开标准目录</h2>",
        ONE,
    ),
    "a page with its place on the site and its source": page(
        "<div>当前位置：首页 &gt; 政务公开 &gt; 养老服务领域</div>",
        "<h2>社会救助领域基层政务公开标准目录</h2>",
        "<p>发布机构：示范县民政局 来源：养老服务专栏</p>",
        ONE,
    ),
    "the head of each page of a document": docx(
        ONE, edit=lambda made: made.sections[0].header.add_paragraph("社会救助领域标准目录")
    ),
}  # fmt: skip


@pytest.mark.parametrize("file", TITLED.values(), ids=TITLED)
def test_a_title_names_the_field_wherever_it_stands(file, tmp_path):
    """
    A line that speaks of a catalogue weighs more than a menu.
    """
    found = imported(tmp_path, file, field="")

    assert [("政策文件", RELIEF)] == found.each("name", "field")


# -- what holds for all ------------------------------------------------------------------------

SHORT = table(["序号", "一级", "二级", "公开内容"], ["1", "政策文件", "规范性文件", "文件名称"])
ABOVE = {
    "numbered": (
        "一、责任主体：示范镇人民政府", "二、公开时限：20个工作日内（法律另有规定的从其规定）。",
        "三、公开方式：主动公开。", "四、公开渠道：门户网站。", "五、公开对象：全社会",
    ),
    "numbered in brackets": (
        "（一）责任主体：示范镇人民政府",
        "（二）公开时限：20个工作日内（法律另有规定的从其规定）。",
        "（三）公开方式：主动公开", "（四）公开载体：门户网站", "（五）公开对象：全社会",
    ),
    "in heavy brackets": (
        "【责任主体】示范镇人民政府", "【公开时限】20个工作日内（法律另有规定的从其规定）",
        "【公开方式】主动公开", "【公开渠道】门户网站", "【公开对象】全社会",
    ),
}  # fmt: skip


@pytest.mark.parametrize("lines", ABOVE.values(), ids=ABOVE)
def test_what_stands_above_a_table_holds_for_all_its_items(lines, tmp_path):
    """
    Where the table has no column for it.
    """
    found = imported(tmp_path, docx("社会救助领域主动公开基本目录", *lines, SHORT))
    [entry] = found.entries

    assert {
        "subject": [{"name": "示范镇人民政府"}],
        "time_limit": "20个工作日内（法律另有规定的从其规定）",
        "method": "主动公开",
        "channels": ["政府网站"],
        "audience": "全社会",
    } == {key: entry[key] for key in ("subject", "time_limit", "method", "channels", "audience")}
    assert ["default"] * 5 == found.whys()


def test_what_a_row_says_itself_holds_against_what_stands_above(tmp_path):
    """
    The table is nearer.
    """
    found = imported(tmp_path, docx("公开主体：示范镇人民政府", ONE))

    assert [[{"name": "县民政局"}]] == found.each("subject")


def test_each_table_has_what_stands_directly_above_it(tmp_path):
    """
    Two limits in one document.
    """
    file = docx("公开时限：20个工作日内", SHORT, "公开时限：7个工作日内", SHORT)

    assert ["20个工作日内", "7个工作日内"] == imported(tmp_path, file).each("time_limit")
