"""What is said of adjustments of the catalogue, and of what git cannot tell."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.words.rows import ERROR, INFORMATION, WARNING, Words

_CLAUSE = "惠府办函〔2018〕157号 规程三（一）"

ADJUSTMENTS: Mapping[str, Words] = MappingProxyType({
    "adjustment-element-unknown": Words(
        ERROR, "事项没有要素“{key}”，目录调整不能写它",
        "{likely_zh}写事项的字段名；序号、次序等只管排列的字段不写。",
        "an item has no element “{key}” that could be adjusted",
        "{likely_en} Name a key of an item, none that only says where it stands.",
    ),
    "adjustment-value": Words(
        ERROR, "这不是{label}（{key}）可以有的值", "写法与事项中的“{key}”相同。",
        "{label} ({key}) of an item cannot say this", "Write it as “{key}” of an item is written.",
    ),
    "adjustment-entry-unknown": Words(
        ERROR, "没有编号为“{id}”的事项", "{likely_zh}请核对编号。",
        "there is no item “{id}”", "{likely_en} Check the id.",
    ),
    "adjustment-entry-removed": Words(
        WARNING, "取消的事项“{id}”已从文件中删去，它的网址失效了",
        "请放回这条记录，写明“ended”，网站就在原网址说明它已终止。",
        "the item “{id}” was ended by deleting it, so its address leads nowhere",
        "Put the record back with “ended”: its page then says what became of it.",
        _CLAUSE,
    ),
    "adjustment-added-missing": Words(
        WARNING, "目录调整新增了“{id}”，目录中没有这个事项",
        "{likely_zh}请补写这个事项，或者改正调整记录。",
        "the item “{id}” was added by an adjustment and is not in the catalogue",
        "{likely_en} Add the item, or correct the adjustment.",
        _CLAUSE,
    ),
    "adjustment-kind-missing": Words(
        WARNING, "{day} 的目录调整没有写明种类", "请补写“kind”：梳理、拓展或者调整。",
        "the adjustment of {day} does not say of which kind it is",
        "Add “kind”: 梳理, 拓展 or 调整.", _CLAUSE,
    ),
    "adjustment-basis-missing": Words(
        WARNING, "{day} 的目录调整没有写明依据", "请补写“basis”：依据哪部法规、哪份文件。",
        "the adjustment of {day} names no basis",
        "Add “basis”: the law or document that it rests on.", _CLAUSE,
    ),
    "adjustment-approval-missing": Words(
        WARNING, "{day} 的目录调整没有写明批准机关", "请补写“approved_by”。",
        "the adjustment of {day} does not say who approved it", "Add “approved_by”.", _CLAUSE,
    ),
    "adjustment-empty": Words(
        WARNING, "{day} 的目录调整没有写明调整了哪些事项", "请补写“changes”，或者删去这条记录。",
        "the adjustment of {day} names no item", "Add “changes”, or delete the record.", _CLAUSE,
    ),
    "adjustment-reason-missing": Words(
        WARNING, "没有写明“{id}”为什么调整", "请补写“reason”。",
        "it does not say why “{id}” was adjusted", "Add “reason”.", _CLAUSE,
    ),
    "adjustment-entry-twice": Words(
        WARNING, "这次调整写了两次“{id}”", "请合并成一条。",
        "this adjustment names “{id}” twice", "Make it one change.",
    ),
    "adjustment-element-twice": Words(
        WARNING, "这条调整写了两次要素“{key}”", "请只保留一次。",
        "this change names “{key}” twice", "Keep one.",
    ),
    "adjustment-added-again": Words(
        WARNING, "“{id}”在 {day} 的目录调整中已经有了，不能再新增", "请核对两次调整的日期和种类。",
        "“{id}” is already in the adjustment of {day} and cannot be added again",
        "Check the days and kinds of the two adjustments.", _CLAUSE,
    ),
    "adjustment-ended-again": Words(
        WARNING, "“{id}”在 {day} 的目录调整中已经取消", "请核对两次调整的日期和种类。",
        "“{id}” was already ended by the adjustment of {day}",
        "Check the days and kinds of the two adjustments.", _CLAUSE,
    ),
    "adjustment-chain": Words(
        WARNING, "“{id}”的{label}（{key}）调整前的值，不是 {day} 那次调整后的值",
        "请核对两次调整的日期和内容；中间另有变化的，补一条调整记录。",
        "{label} ({key}) of “{id}” does not begin with what the adjustment of {day} left",
        "Check both; if it changed in between, record that adjustment too.", _CLAUSE,
    ),
    "adjustment-still-current": Words(
        WARNING, "“{name}”由 {day} 的目录调整取消，事项还是现行的",
        "请在事项中写明“ended”；没有取消的，改正调整记录“{id}”。",
        "“{name}” was ended by the adjustment of {day} and is still current",
        "Add “ended” to the item, or correct the adjustment “{id}”.", _CLAUSE,
    ),
    "adjustment-uncovered": Words(
        WARNING, "“{name}”的{label}（{key}）与 {day} 的目录调整不一致，没有调整记录说明这一变化",
        "请运行 gongkai adjust 补一条调整记录；写错的，改回“{id}”写明的值。",
        "{label} ({key}) of “{name}” is not as the adjustment of {day} left it; none tells why",
        "Run gongkai adjust to record the change, or restore what “{id}” says.", _CLAUSE,
    ),
    "adjustment-waiting": Words(
        WARNING, "{day} 的目录调整写明“{name}”的{label}（{key}）{after_zh}，事项{before_zh}",
        "请改好事项；没有这样调整的，改正调整记录“{id}”；后来又改回来的，"
        "用 gongkai adjust --since 指明改回以前的版本。",
        "by the adjustment of {day}, {label} ({key}) of “{name}” says {after_en}; "
        "the item still says {before_en}",
        "Edit the item, or correct the adjustment “{id}”; if the item was changed back since, "
        "run gongkai adjust --since with a revision before that.", _CLAUSE,
    ),
    "adjustment-ended-uncovered": Words(
        WARNING, "“{name}”于 {day} 终止，没有目录调整记录说明",
        "请运行 gongkai adjust 补一条调整记录。",
        "“{name}” ended on {day} and no adjustment tells why",
        "Run gongkai adjust to record it.", _CLAUSE,
    ),
    "adjustment-change-uncovered": Words(
        WARNING, "“{name}”的{elements_zh}变了，没有目录调整记录说明",
        "请运行 gongkai adjust 补一条调整记录；不该变的，改回原来的值。",
        "“{name}” changed and no adjustment tells why: {elements_en}",
        "Run gongkai adjust to record the change, or restore what was there.", _CLAUSE,
    ),
    "adjustment-new-uncovered": Words(
        WARNING, "“{name}”是新增的事项，没有目录调整记录说明",
        "请运行 gongkai adjust 补一条调整记录。",
        "the item “{name}” is new and no adjustment tells why",
        "Run gongkai adjust to record it.", _CLAUSE,
    ),
    "adjustment-removed-uncovered": Words(
        WARNING, "事项“{name}”（{id}）已从文件中删去，没有目录调整记录说明，它的网址失效了",
        "请放回这条记录，终止的写明“ended”，再运行 gongkai adjust 补一条调整记录。",
        "the item “{name}” ({id}) was deleted: no adjustment tells why, its address leads nowhere",
        "Put the record back, with “ended” where it ended, and run gongkai adjust.", _CLAUSE,
    ),
    "git-unseen": Words(
        INFORMATION, "没有查找目录调整没有说明的变化：{cause_zh}", "{remedy_zh}",
        "changes that no adjustment tells of were not looked for: {cause_en}", "{remedy_en}",
    ),
    "git-missing": Words(
        ERROR, "这台机器上没有 git，无法知道目录的历史",
        "请安装 git（Debian：apt-get install git）。",
        "git is not installed, so the history of the catalogue is not known",
        "Install git (Debian: apt-get install git).",
    ),
    "git-none": Words(
        ERROR, "网站目录不在 git 仓库中，无法知道目录的历史",
        "请在网站目录运行 git init 并提交，或者用 --site 指明仓库中的网站目录。",
        "the site's folder is in no git repository, so its history is not known",
        "Run git init there and commit, or name a site within a repository with --site.",
    ),
    "git-uncommitted": Words(
        ERROR, "git 仓库的当前分支还没有一次提交，没有可以比较的历史",
        "请先在网站目录提交一次：git add config.yaml catalogue && git commit -m 目录",
        "the branch has no commit yet, so there is no history to compare with",
        "Commit first, in the site's folder: "
        "git add config.yaml catalogue && git commit -m catalogue",
    ),
    "git-shallow": Words(
        ERROR, "这是浅克隆，历史不完整，不能比较",
        "请运行 git fetch --unshallow；在 GitHub、Gitea 的流水线中写 fetch-depth: 0，"
        "在 GitLab 中写 GIT_DEPTH: 0。",
        "this is a shallow clone: its history is not whole, so nothing is compared",
        "Run git fetch --unshallow; in workflows of GitHub or Gitea set fetch-depth: 0, "
        "in GitLab GIT_DEPTH: 0.",
    ),
    "git-ownership": Words(
        ERROR, "git 仓库属于别的用户，git 拒绝读取",
        "确认可信后运行 git config --global --add safe.directory 加上仓库目录。",
        "the git repository belongs to another user, and git refuses to read it",
        "If you trust it, run git config --global --add safe.directory with its folder.",
    ),
    "git-revision": Words(
        ERROR, "没有版本“{revision}”",
        "请写提交编号、标签、分支或者 HEAD~1；git log 列出全部提交。",
        "there is no revision “{revision}”",
        "Name a commit, a tag, a branch or HEAD~1; git log lists all commits.",
    ),
    "history-none": Words(
        ERROR, "从来没有编号为“{id}”的事项", "请核对编号；每个事项的编号写在它的网址里。",
        "there has never been an item “{id}”", "Check the id: it is part of the item's address.",
    ),
    "git-incomplete": Words(
        ERROR, "git 仓库不完整，缺少旧文件的内容", "请重新完整克隆，不带 --filter。",
        "the git repository lacks the content of old files",
        "Clone it anew as a whole, without --filter.",
    ),
    "git-failed": Words(
        ERROR, "git 无法读取历史：{reason}", "请用 git status 和 git fsck 检查仓库。",
        "git cannot read the history: {reason}", "Look at it with git status and git fsck.",
    ),
    "git-slow": Words(
        ERROR, "git 超过 {seconds} 秒没有答复", "请检查磁盘，再试一次。",
        "git did not answer within {seconds} seconds", "Check the disk and try again.",
    ),
})  # fmt: skip
