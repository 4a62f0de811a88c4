"""What is said of office tables that are imported."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.words.rows import ERROR, INFORMATION, WARNING, Words

TABLES: Mapping[str, Words] = MappingProxyType({
    # -- tables ------------------------------------------------------------------------------
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
        "it would unpack to {megabytes} MB in {members} {members:part|parts}; the most is 100 "
        "MB in 5000 parts",
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
        "the table “{sheet}” has at least {rows} {rows:row|rows} and {columns} "
        "{columns:column|columns}; the most is 20000,"
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
        "the sheet “{sheet}” is hidden; its {count} {count:cell was|cells were} left out",
        "Take them with --include-hidden.",
    ),
    "table-hidden": Words(
        WARNING, "“{sheet}”中有 {count} 处隐藏的行、列或文字没有读入",
        "需要读入时用 --include-hidden。",
        "{count} hidden {count:row, column or text|rows, columns or texts} in “{sheet}” "
        "{count:was|were} left out",
        "Take them with --include-hidden.",
    ),
    "table-comments": Words(
        WARNING, "“{sheet}”中有 {count} 条批注没有读入",
        "需要时请抄入表格，或用 --include-hidden。",
        "{count} {count:comment|comments} in “{sheet}” {count:was|were} left out",
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
})  # fmt: skip
