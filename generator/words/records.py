"""What is said of records: values, references, entries, bodies."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.words.rows import ERROR, INFORMATION, WARNING, Words

RECORDS: Mapping[str, Words] = MappingProxyType({
    # -- records -----------------------------------------------------------------------------
    "record-output": Words(
        ERROR, "新的记录不能写到这里",
        "请写到 {folder}/ 中还没有的 .yaml 文件，或者网站目录以外。",
        "the new record cannot be written here",
        "Name a new .yaml file in {folder}/, or outside the site.",
    ),
    "record-unwritten": Words(
        ERROR, "新的记录无法写入：{reason}", "请核对文件夹和磁盘。",
        "the new record cannot be written: {reason}", "Check the folder and the disk.",
    ),
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
    "record-kind": Words(
        ERROR, "记录应写成若干“名称: 值”，现在是{given}", "请照编辑指南的格式改写。",
        "a record must be keys with values, but this is {given}", "Rewrite it as the guide shows.",
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
    "value-points": Words(
        ERROR, "“{value}”不是分数", "请用半角数字，至多四位整数、两位小数，如 86.5。",
        "“{value}” is no number of points", "Plain digits, at most two decimals, as in 86.5.",
    ),
    "value-weights": Words(
        ERROR, "各指标的权重没有一个大于零，算不出总分",
        "请至少给一个指标写大于零的权重；不要总分的，删去 weights。",
        "no weight is greater than zero, so there is no score",
        "Give at least one indicator a weight above zero, or remove weights.",
    ),
    "value-figure": Words(
        ERROR, "“{value}”不是数字", "请用半角数字，如 12；没有的写 0、/ 或者不写。",
        "“{value}” is no figure", "Plain digits, as in 12; nothing is 0, / or a blank.",
    ),
    "value-outcome": Words(
        ERROR, "“{value}”不是办理结果", "请写年度报告表三的编号，如 (三)4，或者那一行的文字。",
        "“{value}” is no outcome", "Write the code of its row in table 三, as in (三)4.",
    ),
    "value-period": Words(
        ERROR, "“{value}”不是期限", "请写成“5年”或者“18个月”。",
        "“{value}” is no length of time", "Write 5年 or 18个月 (years, months).",
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
    # -- references --------------------------------------------------------------------------
    "id-repeated": Words(
        ERROR, "编号“{id}”已在 {first} 使用", "请为其中一条另取编号。",
        "the id “{id}” is already used at {first}", "Give one of them another id.",
    ),
    "id-of-ended": Words(
        ERROR, "编号“{id}”属于已终止的记录（{first}），不得再用", "请另取新编号。",
        "the id “{id}” belongs to a record that has ended ({first})", "Take a new id.",
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
    # -- entries -----------------------------------------------------------------------------
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
    "entry-repeated": Words(
        WARNING, "“{name}”和 {first} 的事项名称、内容都相同",
        "只保留一项；确是两项的，写明不同之处。",
        "“{name}” has the names and the content of the item at {first}",
        "Keep one of them; if they are two items, write what tells them apart.",
    ),
    "entry-alike": Words(
        INFORMATION, "“{name}”和 {first} 的“{other}”有 {percent}% 相同",
        "是同一事项的，只保留一项；不是的，不必改。",
        "“{name}” is {percent} % the same as “{other}” at {first}",
        "If they are one item, keep one of them; if not, nothing need be done.",
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
    # -- bodies and coverage -----------------------------------------------------------------
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
    # -- attachments ---------------------------------------------------------------------------
    "attachment-twice": Words(
        WARNING, "附件“{file}”在这件文件里列了两次", "请删去一处。",
        "the attachment “{file}” is listed twice here", "Delete one.",
    ),
    "attachment-missing": Words(
        ERROR, "没有附件“{file}”", "{likely_zh}附件放在这份文件旁边，写文件名。",
        "there is no attachment “{file}”",
        "{likely_en} It lies beside the document and is named by its file name.",
    ),
    "attachment-unused": Words(
        WARNING, "没有文件写明这个附件，不会发布", "请在文件的 attachments 中写明，或者移走。",
        "no document names this file, so it is not published",
        "Name it under attachments of a document, or move it away.",
    ),
})  # fmt: skip
