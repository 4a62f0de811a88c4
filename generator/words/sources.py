"""What is said of files, their form and their prose."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.words.rows import ERROR, WARNING, Words

SOURCES: Mapping[str, Words] = MappingProxyType({
    # -- files -------------------------------------------------------------------------------
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
    # -- YAML --------------------------------------------------------------------------------
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
    # -- prose -------------------------------------------------------------------------------
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
})  # fmt: skip
