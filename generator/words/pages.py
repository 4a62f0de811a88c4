"""What is said of finished pages, and of writing them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.words.rows import ERROR, WARNING, Words

PAGES: Mapping[str, Words] = MappingProxyType({
    # -- pages -------------------------------------------------------------------------------
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
    # -- writing -----------------------------------------------------------------------------
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
    "output-unhealed": Words(
        ERROR, "替换到一半时中断，不能复原：{reason}；网站可能不完整",
        "请检查磁盘空间和写入权限，再生成一次：每次生成都先复原。",
        "replacing it was interrupted and cannot be undone: {reason}; the site may not be whole",
        "Check free space and permissions and build again: every build mends this first.",
    ),
    "output-litter": Words(
        WARNING, "新网站已在，旁边用过的文件没能清除：{reason}",
        "请检查写入权限；下次生成时再清除。",
        "the site is whole, but what was used to replace it cannot be removed: {reason}",
        "Check permissions; the next build removes it.",
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
