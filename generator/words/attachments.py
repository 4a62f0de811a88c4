"""What is said of attachments that are looked into before they are published."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.words.rows import ERROR, WARNING, Words

ATTACHMENTS: Mapping[str, Words] = MappingProxyType({
    # -- attachments: what they are ----------------------------------------------------------
    "attachment-form": Words(
        ERROR, "“{suffix}”文件不能作为附件公开",
        "请另存为 docx、xlsx、pdf、csv、txt、png 或 jpg；压缩包请解开后逐个放入。",
        "a file ending in “{suffix}” cannot be published as an attachment",
        "Save it as docx, xlsx, pdf, csv, txt, png or jpg; unpack an archive first.",
    ),
    "attachment-mismatch": Words(
        ERROR, "文件名以 {suffix} 结尾，内容却是{given}",
        "请用办公软件打开，另存为真正的 {suffix} 文件；文本请存为 UTF-8 或 GB18030 编码。",
        "the name ends in {suffix}, but the file is {given}",
        "Save it as a real {suffix} file; text as UTF-8 or GB18030.",
    ),
    "attachment-large": Words(
        ERROR, "文件有 {megabytes} MB，超过 40 MB", "请压缩其中的图片，或拆成几个文件。",
        "the file has {megabytes} MB, more than 40 MB",
        "Make its pictures smaller, or split it into several files.",
    ),
    "attachment-empty": Words(
        ERROR, "文件是空的", "请核对是否放错了文件。",
        "the file is empty", "Check whether it is the right file.",
    ),
    "attachment-heavy": Words(
        ERROR, "检查这个文件所需的时间或内存超出限度，没有查完", "请重新保存，或拆成几个文件。",
        "looking into the file takes too much time or memory",
        "Save it again, or split it into several files.",
    ),
    "attachment-damaged": Words(
        ERROR, "文件已损坏，无法检查", "请用原来的软件打开并重新保存。",
        "the file is damaged and cannot be looked into", "Open it and save it again.",
    ),
    "attachment-encrypted": Words(
        ERROR, "文件加了密码或权限限制，无法检查", "请去掉密码和限制后另存。",
        "the file is encrypted and cannot be looked into",
        "Save it without a password and without restrictions.",
    ),
    "attachment-bomb": Words(
        ERROR, "解压后会有 {megabytes} MB、{members} 个部分，超过 100 MB 或 5000 个的限度，未解压",
        "请核对来源；文件过大的，请压缩图片或拆成几个文件。",
        "it would unpack to {megabytes} MB in {members} {members:part|parts}; the most is 100 "
        "MB in 5000 parts",
        "Check where it comes from; make its pictures smaller or split it.",
    ),
    "attachment-doubled": Words(
        ERROR, "文件中有同名的部分，查到的与读者看到的可能不同", "请用办公软件打开并重新保存。",
        "two parts of the file bear one name: readers may see another than the one looked at",
        "Open it in an office program and save it again.",
    ),
    "attachment-doctype": Words(
        ERROR, "其中的 {part} 带有文档类型声明，可能引用外部内容", "请用办公软件打开并重新保存。",
        "its part {part} declares a document type, which may pull in other content",
        "Open it in an office program and save it again.",
    ),
    "attachment-trailing": Words(
        ERROR, "文件结尾之后或各部分之外还有别的内容",
        "请用原来的软件打开并重新保存，动态照片请另存为静态图片。",
        "something follows the end of the file or stands beside its parts",
        "Open it and save it again; save a moving picture as a still one.",
    ),
    # -- attachments: what is hidden in them -------------------------------------------------
    "attachment-macros": Words(
        ERROR, "带有宏或控件（{part}）", "请另存为不带宏的 docx 或 xlsx。",
        "it has macros or controls ({part})", "Save it as docx or xlsx, without macros.",
    ),
    "attachment-embedded": Words(
        ERROR, "嵌有别的文件或对象（{part}）", "请删去嵌入的内容，另作附件；图表请粘贴为图片。",
        "another file or object is embedded ({part})",
        "Take it out and attach it by itself; paste a chart as a picture.",
    ),
    "attachment-external": Words(
        ERROR, "引用了文件以外的内容，或本机上的路径（{part}）",
        "请断开链接并粘贴为数值或图片，把模板改为 Normal，删去指向本机文件的超链接。",
        "it takes content from elsewhere or names a path of somebody's machine ({part})",
        "Break the links, paste values or pictures, detach the template, remove local links.",
    ),
    "attachment-custom": Words(
        ERROR, "带有读者看不到的自定义数据（{part}）",
        "请用“文件—信息—检查文档”删除自定义属性和自定义 XML 数据。",
        "it holds custom data that no reader sees ({part})",
        "Remove custom properties and custom XML with File – Info – Inspect Document.",
    ),
    "attachment-author": Words(
        ERROR, "文件属性中留有人员、单位信息或本机路径（{part}：{field}）",
        "请用“文件—信息—检查文档”删除文档属性、个人信息和绝对路径；PDF 请在导出时不带文档属性。",
        "its properties name a person, an organ or a path of somebody's machine ({part}: {field})",
        "Remove properties, personal data and paths with Inspect Document; export a PDF without.",
    ),
    "attachment-comments": Words(
        ERROR, "有 {count} 条批注（{part}）", "请删除全部批注。",
        "it has {count} {count:comment|comments} ({part})", "Delete all comments.",
    ),
    "attachment-tracked": Words(
        ERROR, "留有 {count} 处修订痕迹（{part}）", "请接受或拒绝全部修订，关闭修订后保存。",
        "it keeps {count} tracked {count:change|changes} ({part})",
        "Accept or reject all changes, stop tracking and save.",
    ),
    "attachment-hidden-text": Words(
        ERROR, "有 {count} 处隐藏的文字或图形（{part}）", "请删除，或取消隐藏。",
        "{count} {count:text or drawing is|texts or drawings are} hidden ({part})",
        "Delete them, or show them.",
    ),
    "attachment-hidden-sheet": Words(
        ERROR, "工作表“{sheet}”是隐藏的", "请删除这个工作表，或取消隐藏。",
        "the sheet “{sheet}” is hidden", "Delete the sheet, or show it.",
    ),
    "attachment-hidden-rows": Words(
        ERROR, "工作表“{sheet}”隐藏的第 {rows} 行中有内容", "请删除这些行，或取消隐藏和筛选。",
        "hidden rows of “{sheet}” hold something: {rows}",
        "Delete them, or show them and clear the filter.",
    ),
    "attachment-hidden-columns": Words(
        ERROR, "工作表“{sheet}”隐藏的 {columns} 列中有内容", "请删除这些列，或取消隐藏。",
        "hidden columns of “{sheet}” hold something: {columns}", "Delete them, or show them.",
    ),
    "attachment-pivot": Words(
        ERROR, "带有数据透视表的缓存，其中是全部原始数据（{part}）",
        "请把数据透视表粘贴为数值，删去原表。",
        "it holds the cache of a pivot table, with all of its data ({part})",
        "Paste the pivot table as values and delete the original.",
    ),
    "attachment-names": Words(
        ERROR, "有 {count} 个隐藏的或指向其他文件的名称", "请在“公式—名称管理器”中删除。",
        "{count} defined {count:name is hidden or leads|names are hidden or lead} to other files",
        "Delete them in the name manager.",
    ),
    "attachment-number-lost": Words(
        ERROR, "工作表“{sheet}”的 {cells} 是超过 15 位的数值，末几位已经丢失",
        "证件号码不得公开；其他编码请把单元格设为文本，重新填写。",
        "numbers of more than 15 digits in “{sheet}”, {cells}, have lost their last digits",
        "No identity number may be published; enter another code as text.",
    ),
    "attachment-action": Words(
        ERROR, "PDF 带有会运行或打开别的内容的动作（{actions}）", "请打印或导出为新的 PDF。",
        "the PDF holds actions that run or open something ({actions})",
        "Print or export it to a new PDF.",
    ),
    "attachment-annotations": Words(
        ERROR, "PDF 第 {page} 页有 {count} 条带文字或作者的注释", "请删除注释，重新导出。",
        "page {page} of the PDF has {count} {count:note that holds words or names|notes that "
        "hold words or name} an author",
        "Delete them and export it again.",
    ),
    "attachment-redaction": Words(
        ERROR, "PDF 第 {page} 页有 {count} 处标记了要涂黑而没有涂，下面的内容还在",
        "请执行涂黑（“应用密文”），核对内容已经删去，再重新导出。",
        "{count} {count:place|places} on page {page} of the PDF {count:is|are} marked for "
        "redaction, but still {count:holds|hold} it all",
        "Apply the redactions, check that the content is gone, and export it again.",
    ),
    "attachment-layers": Words(
        ERROR, "PDF 有 {count} 个图层打开时不显示，其中的内容读者看不到",
        "请删除这些图层，或合并图层后重新导出；要公开的请显示出来。",
        "{count} {count:layer|layers} of the PDF {count:is|are} switched off, and no reader "
        "sees what {count:it holds|they hold}",
        "Delete them, or merge all layers and export it again; show what is to be published.",
    ),
    "attachment-earlier": Words(
        ERROR, "PDF 里还留有 {count} 处删去或改动前的内容，读者看不到",
        "请打印或导出为新的 PDF，不要在原文件上改了再存。",
        "the PDF keeps {count} {count:piece|pieces} of an earlier state, which no reader sees",
        "Print or export it to a new PDF; do not save it over the old one.",
    ),
    "attachment-form-filled": Words(
        ERROR, "PDF 表单中有 {count} 栏填了内容", "请清空表单；要公开填好的，请打印为新的 PDF。",
        "{count} {count:field|fields} of the PDF's form {count:is|are} filled in",
        "Clear the form; print it to a new PDF if it is to be published as filled in.",
    ),
    "attachment-no-text": Words(
        WARNING, "PDF 第 {pages} 页（共 {total} 页）没有文字，无法检查其中的个人信息",
        "请逐页核对，最好换成能复制文字的版本。",
        "pages of the PDF have no text and cannot be checked for personal data: {pages} of {total}",
        "Look at each; better publish an edition whose text can be copied.",
    ),
    # -- attachments: pictures ---------------------------------------------------------------
    "attachment-exif": Words(
        ERROR, "图片带有拍摄信息（{tags}），可能说明何人、何地、用何设备所摄",
        "请用图片软件另存，不带拍摄信息；或截图后保存。",
        "the picture tells who took it, where or with what ({tags})",
        "Save it without metadata, or save a screenshot.",
    ),
    "attachment-xmp": Words(
        ERROR, "图片带有 XMP 数据，可能记有作者和修改经过", "请用图片软件另存，不带元数据。",
        "the picture holds XMP, which may name its author and history",
        "Save it without metadata.",
    ),
    "attachment-picture-text": Words(
        ERROR, "图片带有读者看不到的文字说明（{part}）", "请用图片软件另存，不带元数据。",
        "the picture holds notes that no reader sees ({part})", "Save it without metadata.",
    ),
    "attachment-picture-private": Words(
        ERROR, "图片带有读者看不到的数据（{part}）", "请用图片软件另存，不带元数据。",
        "the picture holds data that no reader sees ({part})", "Save it without metadata.",
    ),
    "attachment-picture-inside": Words(
        ERROR, "其中的图片带有拍摄信息、文字说明或多余的数据（{part}）",
        "请先处理图片，不带元数据，再重新插入。",
        "a picture within it holds metadata or other data ({part})",
        "Save the picture without metadata and insert it again.",
    ),
    "attachment-picture-unknown": Words(
        ERROR, "其中有打不开的图片，不知道里面还有什么（{part}）",
        "请用图片软件另存为 png 或 jpg，再重新插入。",
        "a picture within it is of no known form and cannot be looked into ({part})",
        "Save the picture as png or jpg and insert it again.",
    ),
})  # fmt: skip
