"""Severity, source and sentences of every rule, Chinese and English, in one table.

The same table serves reading, the rules, rendering and proving; a test holds it against what the
program can yield.  Every fact passes `personal.masked` on its way into a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.personal import masked
from generator.problems import Problem, Severity

ERROR, WARNING, INFORMATION = Severity.ERROR, Severity.WARNING, Severity.INFORMATION


@dataclass(frozen=True, slots=True)
class Words:
    """What one rule says: how much it weighs, on what it rests, what is wrong, what to do."""

    severity: Severity
    zh: str
    zh_hint: str
    en: str
    en_hint: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A problem in words."""

    severity: Severity
    message: str
    hint: str


def say(problem: Problem, language: str) -> Said:
    """Return *problem* in words of *language*, ``zh`` or ``en``."""
    row = WORDS[problem.rule]
    facts = {name: masked(value) for name, value in problem.facts}
    for name in ("likely", "successor"):
        if name in facts:
            facts[f"{name}_{language}"] = _meant(name, facts[name], language)
    for name in ("kind", "expected", "given"):
        if name in facts:
            facts[name] = TERMS[facts[name]][0 if language == "zh" else 1]
    message, hint = (row.zh, row.zh_hint) if language == "zh" else (row.en, row.en_hint)
    return Said(row.severity, message.format_map(facts), hint.format_map(facts).strip())


def line(problem: Problem, language: str) -> str:
    """Return *problem* as it is printed: place, severity, sentence, rule, and what to do."""
    said = say(problem, language)
    place = masked(str(problem.at))
    text = f"{place}: {said.severity}: {said.message} [{problem.rule}]"
    return f"{text}\n    {said.hint}" if said.hint else text


def _meant(name: str, value: str, language: str) -> str:
    if not value:
        return ""
    if name == "successor":
        return f"可改为“{value}”。" if language == "zh" else f"Its successor is “{value}”."
    return f"是否应为“{value}”？" if language == "zh" else f"Did you mean “{value}”?"


TERMS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "text": ("文字", "text"),
        "list": ("列表（每行以“- ”开头）", "a list (each line begins with “- ”)"),
        "mapping": ("若干“名称: 值”", "keys with values"),
        "entries": ("事项", "entry"),
        "units": ("单位", "unit"),
        "fields": ("领域", "field"),
        "duties": ("清单事项", "duty"),
        "laws": ("法规", "law"),
        "vocabularies": ("词表", "vocabulary"),
        "pages": ("页面", "page"),
        "identity": ("居民身份证号", "an identity number (居民身份证号)"),
        "mobile": ("手机号码", "a mobile number (手机号码)"),
        "card": ("银行卡号", "a bank card number (银行卡号)"),
        "passport": ("护照号码", "a passport number (护照号码)"),
        "plate": ("车牌号码", "a number plate (车牌号码)"),
    }
)

WORDS: Mapping[str, Words] = MappingProxyType({
    # -- files ---------------------------------------------------------------------------------
    "config-missing": Words(
        ERROR, "没有 config.yaml", "请在网站目录中运行，或用 --site 指明目录。",
        "there is no config.yaml", "Run in the site's folder, or name it with --site.",
    ),
    "file-empty": Words(
        ERROR, "文件是空的", "可能只保存了一半：请重新保存，或删除此文件。",
        "the file is empty", "It may have been saved halfway: save it again or delete it.",
    ),
    "file-too-large": Words(
        ERROR, "文件有 {megabytes} MB，超过 16 MB", "请按领域或单位拆成几个文件。",
        "the file has {megabytes} MB, more than 16 MB", "Split it by field or unit.",
    ),
    "file-encoding": Words(
        ERROR, "不是 UTF-8 编码，看上去是 {encoding}", "请用编辑器“另存为”UTF-8 编码。",
        "not UTF-8, it looks like {encoding}", "Save it as UTF-8 in your editor.",
    ),
    "file-link": Words(
        ERROR, "是符号链接，不予读取", "请放入文件本身。",
        "a symbolic link, which is not followed", "Put the file itself there.",
    ),
    "file-special": Words(
        ERROR, "不是普通文件", "请删除，或换成普通文件。",
        "not a plain file", "Delete it or put a plain file there.",
    ),
    "file-unreadable": Words(
        ERROR, "无法读取：{reason}", "请检查文件的读取权限。",
        "cannot be read: {reason}", "Check the permissions of the file.",
    ),
    "file-unexpected": Words(
        WARNING, "{folder}/ 中不应有这种文件，未读取", "目录数据用 .yaml，文字页面用 .md。",
        "not a kind of file that {folder}/ holds; it was not read",
        "Records are .yaml, pages are .md.",
    ),
    "folder-unknown": Words(
        ERROR, "没有名为“{folder}”的数据目录，其中的文件未读取", "{likely_zh}",
        "there is no folder “{folder}”; its files were not read", "{likely_en}",
    ),
    "character-forbidden": Words(
        ERROR, "含有看不见的控制字符 {character}", "请删除该字符（常由复制粘贴带入）。",
        "holds the invisible control character {character}",
        "Delete it; it often comes with pasted text.",
    ),
    "character-private": Words(
        WARNING, "含有自造字 {character}，读者看到的可能是空框", "请换成标准汉字。",
        "holds {character} of the private use area, which readers may see as a box",
        "Use the standard character.",
    ),
    # -- YAML ----------------------------------------------------------------------------------
    "yaml-syntax": Words(
        ERROR, "格式有误，读不下去（{reason}）", "请检查这一行和上一行的缩进、引号和冒号后的空格。",
        "cannot be parsed ({reason})",
        "Check indentation, quotes and the blank after colons on this line and the one above.",
    ),
    "yaml-truncated": Words(
        ERROR, "文件到此中断，可能只保存了一半", "请补全或重新保存。",
        "the file ends in the middle", "It may have been saved halfway: complete it.",
    ),
    "yaml-tab": Words(
        ERROR, "行首用了制表符（Tab）", "请改用空格缩进，每级两个。",
        "the line begins with a tab", "Indent with spaces, two for each level.",
    ),
    "yaml-wide-colon": Words(
        ERROR, "“{key}”之后是全角冒号“：”", "请改为半角冒号加一个空格“: ”。",
        "“{key}” is followed by a full-width colon “：”", "Write a plain colon and a blank “: ”.",
    ),
    "yaml-duplicate-key": Words(
        ERROR, "“{key}”写了两次，第一次在第 {first} 行", "请只保留一处。",
        "“{key}” is written twice, first on line {first}", "Keep one of them.",
    ),
    "yaml-anchor": Words(
        ERROR, "用了锚点“&{name}”", "请把内容照写一遍；以“&”开头的文字请加引号。",
        "uses the anchor “&{name}”", "Write it out; quote a text that begins with “&”.",
    ),
    "yaml-alias": Words(
        ERROR, "用了别名“*{name}”", "请把内容照写一遍；以“*”开头的文字请加引号。",
        "uses the alias “*{name}”", "Write it out; quote a text that begins with “*”.",
    ),
    "yaml-merge": Words(
        ERROR, "用了合并键“<<”", "请把内容照写一遍。",
        "uses the merge key “<<”", "Write the contents out.",
    ),
    "yaml-tag": Words(
        ERROR, "用了类型标记“{tag}”", "请删除；以“!”开头的文字请加引号。",
        "uses the tag “{tag}”", "Delete it; quote a text that begins with “!”.",
    ),
    "yaml-depth": Words(
        ERROR, "嵌套超过 32 层", "请检查括号是否配对。",
        "nested more than 32 deep", "Check that the brackets match.",
    ),
    "yaml-key": Words(
        ERROR, "名称处应是一个词，却是列表或另一组内容", "请写成“名称: 值”。",
        "a key must be a word, not a list or a mapping", "Write “key: value”.",
    ),
    "yaml-documents": Words(
        ERROR, "一个文件里有两份文档（“---”）", "请拆成两个文件，或删除“---”。",
        "two documents in one file (“---”)", "Split the file or delete the “---”.",
    ),
    # -- records -------------------------------------------------------------------------------
    "field-unknown": Words(
        ERROR, "没有字段“{key}”", "{likely_zh}可用的字段：{known}。",
        "no field “{key}”", "{likely_en} Known: {known}.",
    ),
    "field-missing": Words(
        ERROR, "缺少必填的“{key}”（{label}）", "请补写“{key}: …”。",
        "“{key}” ({label}) is missing", "Add “{key}: …”.",
    ),
    "value-nothing": Words(
        ERROR, "“{value}”不是内容", "没有内容就删除这一行；确是文字请加引号。",
        "“{value}” is no content", "Delete the line, or quote it if it is meant as text.",
    ),
    "value-empty": Words(
        ERROR, "列表中有空的一行", "请填写或删除。",
        "an empty item in a list", "Fill it in or delete it.",
    ),
    "value-kind": Words(
        ERROR, "“{key}”应写成{expected}，现在是{given}“{value}”", "请照编辑指南的格式改写。",
        "“{key}” must be {expected}, but is {given} “{value}”", "Rewrite it as the guide shows.",
    ),
    "value-withheld": Words(
        ERROR,
        "不公开的内容不得放在这里",
        "请移到 internal/；已提交的，本仓库的历史中仍有它，请联系管理员。",
        "what is withheld must not be here",
        "Move it to internal/; if it was committed, the history of this repository still holds it.",
    ),
    "value-columns": Words(
        ERROR,
        "“{key}”应写成若干“栏目: 内容”",
        "每行一个栏目，比“{key}”多缩进两格。",
        "“{key}” must be columns, each “header: text”",
        "One header in each line, indented two more than “{key}”.",
    ),
    "value-choice": Words(
        ERROR, "“{value}”不在可选范围内", "{likely_zh}可选：{choices}。",
        "“{value}” is not one of the choices", "{likely_en} Choices: {choices}.",
    ),
    "value-id": Words(
        ERROR, "编号“{value}”不合要求",
        "编号只用小写字母、数字和连字符，1 至 64 个，不得为 con、nul 等系统保留名。",
        "“{value}” cannot be an id",
        "Ids are 1 to 64 of a-z, 0-9 and -, and no device name such as con or nul.",
    ),
    "value-date": Words(
        ERROR, "“{value}”不是日期", "请写成 2026-01-31 的形式，并核对这一天存在。",
        "“{value}” is not a date", "Write 2026-01-31, a day that exists.",
    ),
    "value-marks": Words(
        ERROR, "“{value}”不是导入时写下的校验", "请删去 imported 这一行。",
        "“{value}” is not what an import writes", "Delete the line imported.",
    ),
    "value-number": Words(
        ERROR, "“{value}”不是可用的整数", "请用半角数字，不带前导零，并在允许的范围内。",
        "“{value}” is not a usable whole number", "Plain digits, no leading zero, within range.",
    ),
    "value-flag": Words(
        ERROR, "“{value}”应为 yes 或 no", "请改写。",
        "“{value}” must be yes or no", "Change it.",
    ),
    "value-address": Words(
        ERROR, "“{value}”不是可用的网址", "须以 http:// 或 https:// 开头；网站地址以“/”结尾。",
        "“{value}” is not a usable address",
        "It begins with http:// or https://; the site's own ends with “/”.",
    ),
    "value-digest": Words(
        ERROR, "“{value}”不是 SHA-256", "应为 64 位的十六进制数；号码本身不要写在这里。",
        "“{value}” is no SHA-256", "Write its 64 hexadecimal digits, never the number itself.",
    ),
    # -- prose ---------------------------------------------------------------------------------
    "front-matter-missing": Words(
        ERROR, "开头没有“---”之间的说明项", "文件第一行写“---”，接着 id、title 等，再写一行“---”。",
        "no front matter between “---” lines",
        "Begin with “---”, then id, title and so on, then “---”.",
    ),
    "markdown-too-complex": Words(
        ERROR, "这一段的标记过多或缩进过深（{reason}）", "请拆成几段，或检查括号是否配对。",
        "too many marks or too deep an indentation here ({reason})",
        "Split the paragraph; check that the brackets match.",
    ),
    "markup-removed": Words(
        ERROR, "不允许的 HTML“{markup}”，不会发布", "请删除；需要展示代码时放在反引号中。",
        "“{markup}” is not allowed and would not be published",
        "Delete it; put code you want to show between backticks.",
    ),
    "link-scheme": Words(
        ERROR, "链接“{address}”的类型不允许", "只用 http、https、mailto、tel 或站内路径。",
        "links such as “{address}” are not allowed",
        "Use http, https, mailto, tel or a path of this site.",
    ),
    "link-protocol-relative": Words(
        ERROR, "链接“{address}”以“//”开头，会指向别的主机", "请写出 https://，或写站内路径。",
        "“{address}” begins with “//” and would lead to another host",
        "Write https:// or a path of this site.",
    ),
    "image-foreign": Words(
        ERROR,
        "图片“{address}”在别的主机上，页面打开时会向它发出请求",
        "请改成链接。",
        "the picture “{address}” is on another host, which every reader's browser would ask for it",
        "Make it a link.",
    ),
    "link-nowhere": Words(
        ERROR, "链接指向不存在的页面“{target}”",
        "{likely_zh}请写从网站根目录起的路径，如 fields/yiwu-jiaoyu.html。",
        "the link leads to “{target}”, which does not exist",
        "{likely_en} Write the path from the site's root, such as fields/yiwu-jiaoyu.html.",
    ),
    "anchor-nowhere": Words(
        ERROR, "页面“{page}”中没有“#{anchor}”", "{likely_zh}请改为该页的某个标题。",
        "“{page}” has no “#{anchor}”", "{likely_en} Use one of the page's headings.",
    ),
    # -- references ----------------------------------------------------------------------------
    "id-repeated": Words(
        ERROR, "编号“{id}”已在 {first} 使用", "请为其中一条另取编号。",
        "the id “{id}” is already used at {first}", "Give one of them another id.",
        "编号在全部记录中唯一",
    ),
    "id-of-ended": Words(
        ERROR, "编号“{id}”属于已终止的记录（{first}），不得再用", "请另取新编号。",
        "the id “{id}” belongs to a record that has ended ({first})", "Take a new id.",
        "编号永久有效",
    ),
    "reference-unknown": Words(
        ERROR, "没有编号为“{id}”的{kind}", "{likely_zh}",
        "there is no {kind} “{id}”", "{likely_en}",
    ),
    "reference-ended": Words(
        WARNING, "引用的“{id}”已终止", "{successor_zh}请改用现行记录。",
        "“{id}” has ended", "{successor_en} Refer to a current record.",
    ),
    "word-unknown": Words(
        ERROR, "“{word}”不在词表 {vocabulary} 中", "{likely_zh}本地用语请先加入词表。",
        "“{word}” is not in the vocabulary {vocabulary}",
        "{likely_en} Add local words to the vocabulary first.",
    ),
    # -- entries -------------------------------------------------------------------------------
    **{
        f"entry-{key.replace('_', '-')}-missing": Words(
            WARNING, "“{name}”没有写明{element}", "请补写“{key}”。",
            "“{name}” lacks {element}", "Add “{key}”.", source,
        )
        for key, source in (
            ("content", "惠府办函〔2018〕157号 规程三（二）"),
            ("basis", "惠府办函〔2018〕157号 规程三（二）"),
            ("subject", "惠府办函〔2018〕157号 规程三（二）"),
            ("time_limit", "惠府办函〔2018〕157号 规程三（二）"),
            ("method", "惠府办函〔2018〕157号 规程三（二）"),
        )
    },
    "entry-neighbour-missing": Words(
        INFORMATION, "“{name}”没有写明{element}", "宜补写“{key}”。",
        "“{name}” lacks {element}", "Consider adding “{key}”.", "国办发〔2019〕54号",
    ),
    "suggestion-unconfirmed": Words(
        WARNING, "“{name}”的{element}“{value}”是导入时的建议，还没有人确认",
        "请核对“{key}”，改好后删去“suggested”。",
        "“{name}”: {element} “{value}” was suggested by the import and nobody confirmed it",
        "Check “{key}”, then delete “suggested”.",
    ),
    "ditto-left": Words(
        WARNING, "“{text}”中的“{ditto}”离开表格就没有意义", "请写出所指的内容。",
        "“{ditto}” in “{text}” means nothing outside its table", "Write out what it stands for.",
    ),
    "limit-disagrees": Words(
        WARNING, "parts 与时限原文“{text}”不一致", "以 parts 为准计算，请核对其中一处。",
        "parts disagree with the words “{text}”", "The parts are used; check one of the two.",
    ),
    "subject-no-unit": Words(
        WARNING, "公开主体“{name}”不是登记的单位", "请改用单位编号，或在 units/ 中登记。",
        "“{name}” is not a registered unit", "Use a unit's id, or register it in units/.",
    ),
    "number-malformed": Words(
        WARNING, "文号“{number}”写法不规范", "{likely_zh}文号写作“机关代字〔年份〕序号”。",
        "the document number “{number}” is malformed",
        "{likely_en} The form is 机关代字〔年份〕序号.", "党政机关公文处理工作条例",
    ),
    "basis-unknown": Words(
        INFORMATION, "依据“{title}”不在法规登记中，无法发现其修改或废止",
        "请在 catalogue/laws/ 中登记。",
        "“{title}” is not in the register of laws, so its repeal cannot be seen",
        "Register it in catalogue/laws/.",
    ),
    # -- bodies and coverage -------------------------------------------------------------------
    "unit-leader-missing": Words(
        WARNING, "“{name}”没有公布分管领导", "请写职务，不写姓名。",
        "“{name}” names no leader in charge", "Write the post, not a name.",
        "惠府办函〔2018〕157号 规程四（一）",
    ),
    "unit-office-missing": Words(
        WARNING, "“{name}”没有写明公开工作机构", "请补写“office”。",
        "“{name}” names no disclosure office", "Add “office”.",
        "政府信息公开条例第四条；惠府办函〔2018〕157号 规程四（二）",
    ),
    "unit-contact-missing": Words(
        WARNING, "“{name}”没有任何联系方式", "请补写地址、电话或邮箱。",
        "“{name}” has no contact", "Add an address, a telephone or an e-mail.",
        "政府信息公开条例第十二条",
    ),
    "field-empty": Words(
        WARNING, "领域“{name}”没有事项，是空栏目", "请补充事项，或终止该领域。",
        "the field “{name}” has no entry", "Add entries or end the field.",
    ),
    "cluster-incomplete": Words(
        WARNING, "重点领域“{cluster}”没有一项写明内容、依据和主体的事项", "请补全至少一项。",
        "no entry of the key cluster “{cluster}” has content, basis and body",
        "Complete at least one.", "惠府办函〔2018〕157号 规程三（一）",
    ),
    "cluster-missing": Words(
        WARNING, "没有领域属于重点领域“{cluster}”", "请在领域中写明 cluster。",
        "no field belongs to the key cluster “{cluster}”", "Set cluster in a field.",
        "惠府办函〔2018〕157号 规程三（一）",
    ),
    # -- personal data -------------------------------------------------------------------------
    "personal-data": Words(
        ERROR, "含有{kind} {mask}",
        "请删除或遮去中间几位；提交过的，历史中仍有。确可公开的，在 personal_data 中登记。",
        "holds {kind}, {mask}",
        "Delete it or mask it; what was committed stays in the history. "
        "If it may be public, list it under personal_data.",
        "政府信息公开条例第十五条",
    ),
    "personal-data-suspected": Words(
        WARNING, "像是{kind} {mask}，但不能肯定",
        "请核对；是个人信息的，请删除或遮去中间几位；确可公开的，在 personal_data 中登记。",
        "looks like {kind}, {mask}, but may be none",
        "Look at it; if it is personal, delete it or mask it. "
        "If it may be public, list it under personal_data.",
        "政府信息公开条例第十五条",
    ),
    "personal-data-expired": Words(
        ERROR, "{kind} {mask} 准许公开的期限已于 {until} 届满",
        "请删除；仍须公开的，重新审批后改写 personal_data 中的 until。",
        "{kind}, {mask}, was allowed until {until}",
        "Delete it, or have it approved anew and change until under personal_data.",
    ),
    "page-personal-data": Words(
        ERROR, "页面上有{kind} {mask}，源文件中没有这样写",
        "它由几处内容拼成，或由程序写出：请找到来处删除。",
        "the page holds {kind}, {mask}, which no source has as it stands",
        "It is put together from several places: find them and delete it.",
        "政府信息公开条例第十五条",
    ),
    "allowance-unused": Words(
        WARNING, "“{file}”中没有这里准许公开的{kind}", "请删去这一条，或核对文件名和 sha256。",
        "“{file}” does not hold {kind} as allowed here",
        "Delete the allowance, or check its file and sha256.",
    ),
    # -- pages ---------------------------------------------------------------------------------
    "template-syntax": Words(
        ERROR, "模板有误：{reason}", "请改正模板。",
        "the template is wrong: {reason}", "Mend the template.",
    ),
    "template-error": Words(
        ERROR, "模板出错：{reason}", "请改正模板。",
        "the template fails: {reason}", "Mend the template.",
    ),
    "template-missing": Words(
        ERROR, "没有模板“{name}”", "请恢复该文件，或删去 templates/ 中的改动。",
        "there is no template “{name}”", "Restore it.",
    ),
    "page-path-repeated": Words(
        ERROR, "两个页面都写到“{page}”", "请为其中一条记录另取编号。",
        "two pages would be written to “{page}”", "Give one of the records another id.",
    ),
    "page-link-broken": Words(
        ERROR, "页面“{page}”中的链接指向不存在的“{target}”", "请改正模板、导航或配置。",
        "“{page}” links to “{target}”, which does not exist",
        "Mend the template, the navigation or the settings.",
    ),
    "page-anchor-broken": Words(
        ERROR, "页面“{page}”中的链接指向不存在的位置“{target}”", "请改正模板、导航或配置。",
        "“{page}” links to “{target}”, an anchor that does not exist",
        "Mend the template, the navigation or the settings.",
    ),
    "page-foreign-request": Words(
        ERROR, "页面“{page}”会向别的主机请求“{text}”", "请把文件放进 templates/assets/。",
        "“{page}” would request “{text}” from another host", "Put the file in templates/assets/.",
    ),
    "page-inline-script": Words(
        ERROR, "页面“{page}”含有内联脚本“{text}”", "请移到 templates/assets/ 的 .js 文件中。",
        "“{page}” holds inline script “{text}”", "Move it to a .js file in templates/assets/.",
    ),
    "page-inline-style": Words(
        ERROR, "页面“{page}”含有内联样式“{text}”", "请移到 templates/assets/ 的 .css 文件中。",
        "“{page}” holds inline style “{text}”", "Move it to a .css file in templates/assets/.",
    ),
    "page-title-missing": Words(
        ERROR, "页面“{page}”没有标题", "模板须有不为空的 <title>。",
        "“{page}” has no title", "The template needs a <title> that is not empty.",
    ),
    "page-language-missing": Words(
        ERROR, "页面“{page}”没有写明语言", "模板须有 <html lang=\"zh-Hans\">。",
        "“{page}” does not state its language", "The template needs <html lang=\"zh-Hans\">.",
    ),
    "page-meta-missing": Words(
        ERROR, "页面“{page}”缺少或未填写 meta 标签 {text}", "请在模板或 config.yaml 中补上。",
        "“{page}” lacks the meta tag {text}, or it is empty", "Add it in the template or settings.",
        "国办发〔2017〕47号 政府网站发展指引",
    ),
    "page-main-missing": Words(
        ERROR,
        "页面“{page}”没有正文块",
        "base.html 须把 body 块放在 <main id=\"main\"> 与 </main> 之间。",
        "“{page}” has no body block",
        "base.html must put the body block between <main id=\"main\"> and </main>.",
    ),
    # -- tables --------------------------------------------------------------------------------
    "table-missing": Words(
        ERROR, "没有这个文件", "请核对文件名和所在的目录。",
        "there is no such file", "Check its name and folder.",
    ),
    "table-form": Words(
        ERROR, "文件名以 {suffix} 结尾，内容却是{form}",
        "请改名为 {ending}，或另存为真正的 {suffix} 文件。",
        "the name ends in {suffix}, but the file is {form}",
        "Rename it to {ending}, or save it as a real {suffix} file.",
    ),
    "table-form-unknown": Words(
        ERROR, "不是能读的表格文件（{suffix}）",
        "请另存为 .xlsx、.xls、.csv、.html 或 .docx；.doc 请另存为 .docx，PDF 和图片请先转成表格。",
        "not a table file that can be read ({suffix})",
        "Save it as .xlsx, .xls, .csv, .html or .docx; turn .doc into .docx, a PDF into a table.",
    ),
    "table-encoding": Words(
        ERROR, "看不出文字的编码", "请另存为 UTF-8 或 GB18030 编码。",
        "the encoding of the text cannot be told", "Save it as UTF-8 or GB18030.",
    ),
    "table-encrypted": Words(
        ERROR, "文件加了密码，无法读取", "请去掉密码后另存。",
        "the file is protected by a password", "Save it without the password.",
    ),
    "table-damaged": Words(
        ERROR, "文件已损坏，读不下去（{reason}）", "请用办公软件打开并重新保存。",
        "the file is damaged ({reason})", "Open it in an office program and save it again.",
    ),
    "table-bomb": Words(
        ERROR, "解压后会有 {megabytes} MB、{members} 个部分，超过 100 MB 或 5000 个的限度，未解压",
        "请核对来源；表格过大的，请拆成几个文件。",
        "it would unpack to {megabytes} MB in {members} parts; the most is 100 MB in 5000 parts",
        "Check where it comes from; split a table that is too large.",
    ),
    "table-doctype": Words(
        ERROR, "其中的 {member} 带有文档类型声明，可能引用外部内容，不予读取",
        "请用办公软件打开并重新保存。",
        "its part {member} declares a document type, which may pull in other content",
        "Open it in an office program and save it again.",
    ),
    "table-file-large": Words(
        ERROR, "文件有 {megabytes} MB，超过 40 MB", "请拆成几个文件。",
        "the file has {megabytes} MB, more than 40 MB", "Split it into several files.",
    ),
    "table-large": Words(
        ERROR, "表“{sheet}”至少有 {rows} 行 {columns} 列，超过 20000 行、200 列或 100 万格的限度",
        "请删除多余的空行空列，或拆成几个文件。",
        "the table “{sheet}” has at least {rows} rows and {columns} columns; the most is 20000,"
        " 200, and a million cells",
        "Delete empty rows and columns, or split it into several files.",
    ),
    "table-heavy": Words(
        ERROR, "文件太大，所需的时间或内存超出限度，没有读完",
        "请删除多余的空行空列，拆成几个文件；旧格式的请另存为 .xlsx。",
        "the file is too large: reading it takes too much time or memory",
        "Delete empty rows and columns, split it into several files, or save an old file as .xlsx.",
    ),
    "table-number-lost": Words(
        ERROR, "{place} 的长数字 {number} 以数值保存，末几位已经丢失",
        "请把该列设为文本，重新填写。",
        "the long number {number} in {place} was kept as a number, its last digits are lost",
        "Make the column text and enter it again.",
    ),
    "table-formula-unknown": Words(
        ERROR, "{place} 是公式，文件里没有它的结果",
        "请用表格软件打开，重新计算并保存，或粘贴为数值。",
        "{place} is a formula and the file does not hold its result",
        "Open the file in a spreadsheet, calculate and save, or paste as values.",
    ),
    "table-macros": Words(
        WARNING, "文件带有宏；没有运行，也不会读入", "请另存为不带宏的文件后留存。",
        "the file has macros; they were neither run nor read", "Keep a copy without macros.",
    ),
    "table-old": Words(
        INFORMATION, ".xls 文件看不出隐藏的行列、批注和公式", "需要核对时请另存为 .xlsx。",
        "hidden rows and columns, comments and formulas cannot be seen in an .xls file",
        "Save it as .xlsx where that matters.",
    ),
    "table-hidden-sheet": Words(
        WARNING, "工作表“{sheet}”是隐藏的，其中 {count} 个单元格没有读入",
        "需要读入时用 --include-hidden。",
        "the sheet “{sheet}” is hidden; its {count} cells were left out",
        "Take them with --include-hidden.",
    ),
    "table-hidden": Words(
        WARNING, "“{sheet}”中有 {count} 处隐藏的行、列或文字没有读入",
        "需要读入时用 --include-hidden。",
        "{count} hidden rows, columns or texts in “{sheet}” were left out",
        "Take them with --include-hidden.",
    ),
    "table-comments": Words(
        WARNING, "“{sheet}”中有 {count} 条批注没有读入",
        "需要时请抄入表格，或用 --include-hidden。",
        "{count} comments in “{sheet}” were left out",
        "Copy them into the table, or use --include-hidden.",
    ),
    "table-personal": Words(
        ERROR, "{place} 有{data} {mask}，个人信息不得进入目录", "请从表格中删去。",
        "{place} holds personal data ({data}, {mask}), which must not enter the catalogue",
        "Take it out of the table.",
    ),
    "table-withheld": Words(
        ERROR, "{place} 标为“{text}”，不公开的事项不得进入目录",
        "请从表格中删去该行；需要登记的，登记在 internal/。",
        "{place} says “{text}”; what is withheld must not enter the catalogue",
        "Take the row out of the table; what must be registered is registered in internal/.",
    ),
    "table-none": Words(
        ERROR, "没有找到目录表格", "表头要有“事项”一类的列，以及公开内容、依据、时限、主体等列。",
        "no table of a catalogue was found",
        "The header needs a column of items (事项) and some of 公开内容, 依据, 时限, 主体.",
    ),
    "table-field": Words(
        ERROR, "看不出“{sheet}”属于哪个领域", "请用 --field 写明领域编号。",
        "it cannot be told to which field “{sheet}” belongs", "Name the field with --field.",
    ),
    "table-id-twice": Words(
        ERROR, "编号“{id}”在表中出现两次", "新增的行请把编号留空。",
        "the id “{id}” stands twice in the table", "Leave the id of a new row empty.",
    ),
    "table-id-taken": Words(
        ERROR, "编号“{id}”属于别的记录（{kind}）", "新增的行请把编号留空。",
        "the id “{id}” belongs to another record ({kind})", "Leave the id of a new row empty.",
    ),
    "table-id-elsewhere": Words(
        ERROR, "事项“{id}”已在 {path} 中",
        "去掉 -o，就写回该文件；另一单位的目录请用 --unit 写明。",
        "the entry “{id}” is in {path} already",
        "Without -o it is written there; name another unit's catalogue with --unit.",
    ),
    "table-single": Words(
        ERROR, "文件里只有一条记录，不能再加", "请用 -o 写到另一个文件，或改成“entries:”列表。",
        "the file is a single record, to which none can be added",
        "Write to another file with -o, or make it a list under “entries:”.",
    ),
    "table-ended": Words(
        INFORMATION, "“{id}”已于{day}终止，表中仍有这一项",
        "没有恢复；确需公开的，请另立一项或删去 ended。",
        "“{id}” ended on {day}, but the table still has it",
        "It stays ended; delete ended, or make a new entry, if it is to be published.",
    ),
    "table-unlike": Words(
        ERROR, "这个文件的写法，程序改不准", "请把它改成一行一项的写法，或用 -o 写到另一个文件。",
        "the file is written in a way that cannot be edited with certainty",
        "Write it with a line for each value, or write to another file with -o.",
    ),
    "table-output": Words(
        ERROR, "不能写到这里",
        "-o 须是 .yaml 文件，不能是目录或链接；在站点的源文件中，只能在 catalogue/entries/ 下。",
        "cannot be written to",
        "-o must be a .yaml file, no folder or link; of a site's sources, in catalogue/entries/.",
    ),
    "table-report": Words(
        ERROR, "结果不能写到这里", "--report 须在已有的目录中，不能是表格、源文件、目录或链接。",
        "the report cannot be written to",
        "Name a file in a folder that is there; no table, source, folder or link.",
    ),
    "table-unwritten": Words(
        ERROR, "无法写入：{reason}；没有改动任何文件", "请检查磁盘空间和写入权限。",
        "cannot be written: {reason}; no file was changed", "Check free space and permissions.",
    ),
    # -- writing -------------------------------------------------------------------------------
    "output-foreign": Words(
        ERROR, "不是本程序生成的目录，不予覆盖", "请换一个空目录，或先移走其中的文件。",
        "was not made by this program and is not replaced",
        "Name an empty folder, or move its files away.",
    ),
    "output-locked": Words(
        ERROR, "另一次构建正在写入", "请等它结束后再试。",
        "another build is writing there", "Wait for it to end, then try again.",
    ),
    "output-failed": Words(
        ERROR, "无法写入：{reason}；原有网站未改动", "请检查磁盘空间和写入权限。",
        "cannot be written: {reason}; the site there is unchanged",
        "Check free space and permissions.",
    ),
    "file-exists": Words(
        ERROR, "已有同名文件，没有覆盖", "要覆盖它，请写明 -o {path}。",
        "a file of this name is there and was not replaced", "To replace it, say -o {path}.",
    ),
    "file-unwritten": Words(
        ERROR, "无法写入：{reason}", "请核对目录是否存在、磁盘空间和写入权限。",
        "cannot be written: {reason}", "Check that the folder exists, free space and permissions.",
    ),
    "cell-too-long": Words(
        ERROR, "“{column}”超过 {most} 字，Excel 的单元格放不下",
        "请精简，或者导出为 csv、json、docx。",
        "“{column}” has more than {most} characters, which no cell of Excel holds",
        "Shorten it, or export csv, json or docx.",
    ),
})  # fmt: skip
