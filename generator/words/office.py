"""What is said of the internal side: ids, days, steps and attributes, nothing that is withheld."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.words.rows import ERROR, INFORMATION, WARNING, Words

_RULE = "惠府办函〔2018〕157号 规程"
_ORDER = "政府信息公开条例"

OFFICE: Mapping[str, Words] = MappingProxyType({
    # -- files and records -------------------------------------------------------------------
    "office-missing": Words(
        ERROR, "网站目录中没有 internal/", "内部一侧的文件放在这个目录中，见编辑指南。",
        "there is no internal/ in the site's folder",
        "The files of the internal side belong there; see the guide.",
    ),
    "office-file-name": Words(
        INFORMATION, "文件名可能就是标题，提示中只写它在本目录中的次序", "宜以编号作文件名。",
        "its name may be a title, so messages give its number in the folder instead",
        "Name the file by its id.",
    ),
    "office-review-repeated": Words(
        ERROR, "“{id}”已有审核记录，在 {first}", "请并入那一份。",
        "“{id}” already has a review at {first}", "Put the two together.",
    ),
    "office-review-orphan": Words(
        ERROR, "公开一侧和内部一侧都没有文件“{id}”", "请核对文件编号，或先登记文件。",
        "neither side has a document “{id}”", "Check the id, or register the document first.",
    ),
    # -- deciding ----------------------------------------------------------------------------
    "office-review-missing": Words(
        WARNING, "“{id}”没有公开属性审核记录", "请在 internal/reviews/ 中登记。",
        "“{id}” has no review of its attribute", "Register it in internal/reviews/.",
        f"{_RULE}二（一）、（二）",
    ),
    "office-review-missing-public": Words(
        INFORMATION, "“{id}”没有公开属性审核记录", "有记录的，请在 internal/reviews/ 中登记。",
        "“{id}” has no review of its attribute",
        "Where there was one, register it in internal/reviews/.",
        f"{_RULE}二（一）、（二）",
    ),
    "office-draft-missing": Words(
        WARNING, "“{id}”没有草拟这一步", "请补写“drafted”：单位、日期、属性。",
        "“{id}” lacks the step of drafting", "Add “drafted”: by, on, attribute.",
        f"{_RULE}二（三）",
    ),
    "office-draft-attribute-missing": Words(
        WARNING, "“{id}”草拟时没有注明公开属性", "请在“drafted”中补写“attribute”。",
        "the draft of “{id}” names no attribute", "Add “attribute” to “drafted”.",
        f"{_RULE}二（三）",
    ),
    "office-draft-reason-missing": Words(
        WARNING, "“{id}”不公开，但没有说明理由", "请在“drafted”中补写“reason”。",
        "“{id}” is withheld and no reason is given", "Add “reason” to “drafted”.",
        f"{_RULE}二（三）",
    ),
    "office-attribute-late": Words(
        WARNING, "“{id}”签发（{signed}）以后才确定公开属性（{day}）",
        "属性应在公文产生的过程中同步确定；日期有误的请改正。",
        "the attribute of “{id}” was fixed ({day}) after it had been signed ({signed})",
        "It is fixed while the document is made; correct the day if it is wrong.",
        f"{_RULE}二（一）",
    ),
    "office-secrecy-missing": Words(
        WARNING, "“{id}”没有保密审查", "请补写“secrecy”：单位、日期、意见。",
        "“{id}” has had no secrecy review", "Add “secrecy”: by, on, opinion.",
        f"{_RULE}二（三）",
    ),
    "office-secrecy-late": Words(
        WARNING, "“{id}”签发（{signed}）以后才作保密审查（{day}）",
        "保密审查应在签发以前；日期有误的请改正。",
        "the secrecy review of “{id}” ({day}) is later than its signing ({signed})",
        "It comes before signing; correct the day if it is wrong.", f"{_RULE}二（三）",
    ),
    "office-secrecy-opinion-missing": Words(
        WARNING, "“{id}”的保密审查没有写明意见", "请在“secrecy”中补写“opinion”。",
        "the secrecy review of “{id}” says nothing of what it found",
        "Add “opinion” to “secrecy”.", f"{_RULE}二（三）",
    ),
    "office-secret-open": Words(
        ERROR, "“{id}”的保密审查意见不容许公开，却签发为公开，或者登记在公开一侧",
        "请改为不公开，已发布的按泄露事件处置；审查以后删去了内容的，在“opinion”中写明。",
        "what the secrecy review of “{id}” found forbids openness, and it was signed as open or is"
        " public",
        "Withhold it; if it was published, that is an incident. If parts were taken out since, let"
        " “opinion” say so.",
        f"{_RULE}二（三）；{_ORDER}第十四条",
    ),
    "office-reviewed-missing": Words(
        WARNING, "“{id}”没有经过公开属性审核机构审核", "请补写“reviewed”：机构、日期、属性。",
        "the attribute of “{id}” has not been reviewed", "Add “reviewed”: by, on, attribute.",
        f"{_RULE}二（四）",
    ),
    "office-reviewed-late": Words(
        WARNING, "“{id}”签发（{signed}）以后才审核公开属性（{day}）",
        "审核应在签发以前；日期有误的请改正。",
        "the attribute of “{id}” was reviewed ({day}) after it had been signed ({signed})",
        "It is reviewed before signing; correct the day if it is wrong.", f"{_RULE}二（四）",
    ),
    "office-reviewed-own": Words(
        INFORMATION, "“{id}”的公开属性由草拟单位自己审核", "宜由另一机构审核；写错的请改正“by”。",
        "the attribute of “{id}” was reviewed by those who drafted it",
        "Let another department review it; correct “by” if it is wrong.", f"{_RULE}二（四）",
    ),
    "office-signed-missing": Words(
        WARNING, "“{id}”没有签发这一步", "签发以后补写“signed”：日期、属性。",
        "“{id}” has not been signed", "Once it is, add “signed”: on, attribute.",
        f"{_RULE}二（五）",
    ),
    "office-registered-missing": Words(
        WARNING, "“{id}”签发为不公开，还没有登记备案", "登记以后补写“registered_on”。",
        "“{id}” was signed as withheld and is not registered",
        "Once it is, add “registered_on”.", f"{_RULE}二（七）",
    ),
    "office-days-order": Words(
        WARNING, "“{id}”的{step}（{day}）早于{other}（{other_day}）", "请核对两个日期。",
        "“{id}”: {step} ({day}) is earlier than {other} ({other_day})", "Check both days.",
        f"{_RULE}二（三）至（七）",
    ),
    "office-day-ahead": Words(
        WARNING, "“{id}”的{step}日期（{day}）还没有到", "请核对日期；还没有做的步骤先不写。",
        "“{id}”: the day of {step} ({day}) lies ahead",
        "Check it; a step that is still to come is not written yet.",
        f"{_RULE}二（三）至（八）、四",
    ),
    # -- consulting --------------------------------------------------------------------------
    "office-disagreement": Words(
        WARNING, "“{id}”草拟为{drafted}，审核为{reviewed}，没有与草拟单位协商",
        "请在“consultations”中记下协商的单位、日期和结果；也可以是协调会或者保密部门。",
        "“{id}” was drafted as {drafted} and reviewed as {reviewed}, and the drafters were not"
        " consulted",
        "Note it in “consultations”: with, on, outcome; a 协调会 or the secrecy department does"
        " as well.",
        f"{_RULE}二（四）",
    ),
    "office-secrecy-consultation-missing": Words(
        WARNING, "“{id}”在 {day} 协商不一致，此后没有会商一致",
        "请与保密部门会商确定，记入“consultations”；与它也不一致的，报保密行政管理部门确定。",
        "the consultation about “{id}” on {day} failed and none that agreed followed",
        "Consult the secrecy department and note it in “consultations”; where that fails too, let"
        " the 保密行政管理部门 decide.",
        f"{_RULE}二（四）；{_ORDER}第十七条",
    ),
    "office-signed-differs": Words(
        WARNING, "“{id}”审核为{agreed}，签发为{signed}，审核以后没有会商一致",
        "签发人有质疑的，会商有关部门再次确定，记入“consultations”；不一致的，照审核的属性签发。",
        "“{id}” was reviewed as {agreed} and signed as {signed}, and no consultation since agreed"
        " on that",
        "Where the signer doubts it, consult again and note that in “consultations”; without an"
        " agreement, sign what was reviewed.",
        f"{_RULE}二（五）",
    ),
    "office-joint-missing": Words(
        WARNING, "联合发文“{id}”没有记下告知第 {n} 个发文机关", "请在“joint”中记下它的意见和日期。",
        "it is not noted that issuer no. {n} of the joint document “{id}” was told",
        "Note its opinion and the day in “joint”.", f"{_RULE}二（六）",
    ),
    "office-objection-open": Words(
        WARNING, "“{id}”的联合发文机关在 {day} 提出异议，签发以前没有召开协调会",
        "请召开协调会，记入“consultations”；与该机关协商一致的，with 写该机关。",
        "an organ objected to the attribute of “{id}” on {day} and no meeting followed before"
        " signing",
        "Hold one and note it in “consultations”; where that organ itself agreed, name it there.",
        f"{_RULE}二（六）",
    ),
    "office-objection-unrecorded": Words(
        WARNING, "联合发文“{id}”的协调会（{day}）没有协商一致，没有记下哪个机关有异议",
        "请在“joint”中记下各机关的意见；公开属性按主办机关的意见确定。",
        "the meeting about the joint document “{id}” ({day}) failed, and no organ's objection is"
        " noted",
        "Note the organs' opinions in “joint”; the leading organ decides of the attribute.",
        f"{_RULE}二（六）",
    ),
    "office-joint-lead": Words(
        ERROR, "“{id}”的异议记在主办机关名下", "属性由主办机关确定，请改为提出异议的机关。",
        "the objection about “{id}” is noted for the leading organ itself",
        "That organ decides; name the one that objects.", f"{_RULE}二（六）",
    ),
    # -- adjusting ---------------------------------------------------------------------------
    "office-adjustment-closing": Words(
        ERROR, "“{id}”在 {day} 由{before}调整为{after}，没有书面批准",
        "属性只能向更加公开的方向调整；确经批准的，写明“override”。",
        "“{id}” was adjusted on {day} from {before} to {after} without a written approval",
        "Adjust towards openness only; where it was approved, say so in “override”.",
        f"{_RULE}二（八）",
    ),
    "office-adjustment-chain": Words(
        ERROR, "“{id}”在 {day} 的调整从{before}开始，而此前是{known}",
        "请核对各次调整和签发的属性。",
        "the adjustment of “{id}” on {day} starts from {before}, but it was {known}",
        "Check the adjustments and what was signed.", f"{_RULE}二（八）",
    ),
    "office-adjustment-nothing": Words(
        WARNING, "“{id}”在 {day} 的调整没有改变属性", "请核对，或删除这一次。",
        "the adjustment of “{id}” on {day} changes nothing", "Check it or delete it.",
        f"{_RULE}二（八）",
    ),
    "office-adjustment-unpublished": Words(
        WARNING, "“{id}”在 {day} 的调整没有写进公开文件的属性调整",
        "请在公开文件的“attribute_history”中写明同一天、同样的属性。",
        "the adjustment of “{id}” on {day} is not in the history of the public document",
        "Add it to “attribute_history” there, with the same day and attributes.",
        f"{_RULE}二（八）",
    ),
    "office-adjustment-unrecorded": Words(
        WARNING, "“{id}”写明的属性调整（{day}）在审核记录中没有",
        "请在审核记录的“adjustments”中写明同一天、同样的属性。",
        "the adjustment that “{id}” names for {day} is not in its review",
        "Add it to “adjustments” there, with the same day and attributes.", f"{_RULE}二（八）",
    ),
    "office-reconsideration-due": Words(
        WARNING, "“{id}”不公开，上次核定或者复核在 {last}，{day} 起应当复核",
        "复核以后写进“reconsidered”；可以公开的及时公开。",
        "“{id}” is withheld, was last looked at on {last} and is due since {day}",
        "Reconsider it and note that in “reconsidered”; publish it where it can be.",
        f"{_RULE}四；{_ORDER}第十八条",
    ),
    "office-reconsideration-unknown": Words(
        WARNING, "“{id}”不公开，没有任何日期，无法推算何时复核",
        "请补写生成日期，或者审核记录中的日期。",
        "“{id}” is withheld and has no day from which its reconsideration could be reckoned",
        "Add “formed”, or the days of its review.", f"{_RULE}四；{_ORDER}第十八条",
    ),
    "office-reconsideration-reason-missing": Words(
        WARNING, "“{id}”在 {day} 复核为维持，没有说明理由", "请在那一次中补写“reason”。",
        "“{id}” was kept withheld on {day} and no reason is given", "Add “reason” there.",
        f"{_RULE}四；{_ORDER}第十八条",
    ),
    "office-reconsideration-adjustment-missing": Words(
        WARNING, "“{id}”在 {day} 复核为调整，审核记录中没有此后向公开的调整",
        "请写进审核记录的“adjustments”。",
        "“{id}” was to be adjusted after its reconsideration on {day}, and its review names no"
        " adjustment towards openness since",
        "Add it to “adjustments” of the review.", f"{_RULE}二（八）",
    ),
    # -- comparing ---------------------------------------------------------------------------
    "office-withheld-public": Words(
        ERROR, "“{id}”签发或者调整为不公开，却登记在公开一侧",
        "请移到 internal/；已发布的按泄露事件处置，并请核对审核记录。",
        "“{id}” was signed or adjusted as withheld, and is registered on the public side",
        "Move it to internal/; if it was published, that is an incident. Check the review too.",
        f"{_RULE}二（七）",
    ),
    "office-attribute-differs": Words(
        ERROR, "“{id}”公开的属性是{public}，签发和调整的是{final}", "请改正其中一处。",
        "“{id}” is public as {public}, but was signed and adjusted as {final}",
        "Correct one of the two.", f"{_RULE}二（七）",
    ),
    "office-unsigned-public": Words(
        WARNING, "“{id}”没有签发这一步，却已在公开一侧",
        "请补写“signed”；还没有签发的，从公开一侧移走。",
        "“{id}” is public, though it has not been signed",
        "Add “signed”; if it is not signed yet, move it away from the public side.",
        f"{_RULE}二（七）",
    ),
    "office-unsigned-withheld": Words(
        ERROR, "“{id}”没有签发，草拟、审核或者调整为不公开，却已在公开一侧",
        "请从公开一侧移走；已经签发为公开的，补写“signed”。",
        "“{id}” is not signed, was drafted, reviewed or adjusted as withheld, and is public",
        "Move it away from the public side; if it was signed as open, add “signed”.",
        f"{_RULE}二（七）",
    ),
    "office-published-early": Words(
        WARNING, "“{id}”签发或者调整为公开（{opened}）以前就发布了（{day}）",
        "公文签发后才发布；日期有误的请改正。",
        "“{id}” was published ({day}) before it was signed or adjusted as open ({opened})",
        "That comes first; correct the day if it is wrong.", f"{_RULE}二（七）",
    ),
    "office-catalogue-missing": Words(
        WARNING, "“{id}”签发或者调整为{final}，没有编入政府信息公开目录",
        "请在 content/documents/ 中登记。",
        "“{id}” was signed or adjusted as {final} and is not in the public catalogue",
        "Register it in content/documents/.", f"{_RULE}二（七）",
    ),
    "office-own-attribute-differs": Words(
        ERROR, "“{id}”在内部登记为{own}，签发和调整的是{final}",
        "请改正其中一处；已主动公开的，从内部一侧移走。",
        "“{id}” is registered here as {own}, but was signed and adjusted as {final}",
        "Correct one of the two; what is public now is moved away from here.",
        f"{_RULE}二（七）",
    ),
    "office-both-sides": Words(
        ERROR, "“{id}”的{key}与公开一侧的“{other}”相同，一份文件登记在两侧",
        "请只留一处，或改正写错的号码；依申请公开的正文用公开记录的编号。",
        "“{id}” has the {key} of the public “{other}”: one document on both sides",
        "Keep one of them, or correct the number; the text of what is public on request has the"
        " public record's id.",
        f"{_RULE}二（七）",
    ),
    "office-both-sides-perhaps": Words(
        WARNING, "“{id}”与公开一侧的“{other}”标题和发文机关相同，可能是同一份文件",
        "请核对；是同一份的只留一处，不是的写明文号或者生成日期。",
        "“{id}” has the title and the issuer of the public “{other}” and may be the same document",
        "Check it; keep one of them, or tell them apart by “number” or “formed”.",
        f"{_RULE}二（七）",
    ),
    "office-number-repeated": Words(
        WARNING, "“{id}”的{key}与内部登记的“{other}”相同",
        "请核对；重复登记的只留一处，写错的号码请改正。",
        "“{id}” has the {key} of “{other}”, which is registered here too",
        "Check it; keep one of them, or correct the number.", f"{_RULE}二（七）",
    ),
    "office-text-missing": Words(
        WARNING, "依申请公开的“{id}”在内部一侧没有正文",
        "请在 internal/documents/ 中以同一编号登记。",
        "the text of “{id}”, public on request, is not on the internal side",
        "Register it in internal/documents/ under the same id.", f"{_RULE}二（七）",
    ),
    "office-text-other": Words(
        WARNING, "内部的正文“{id}”，{key}与公开一侧的同一编号不同，可能是另一份文件的正文",
        "请核对，提供出去的才不会是另一份文件。",
        "the {key} of the internal text “{id}” is not that of the public record of this id",
        "Check it, or what is handed out may be another document.", f"{_RULE}二（七）",
    ),
    "office-attachment-missing": Words(
        WARNING, "依申请公开的“{id}”写明的第 {n} 个附件不在内部文件旁边",
        "请把它放在那里，或改正文件名。",
        "attachment no. {n} of “{id}”, public on request, does not lie beside the internal file",
        "Put it there, or correct its name.", f"{_RULE}二（七）",
    ),
    "office-withheld-effect": Words(
        WARNING, "内部登记的“{id}”要修改、废止或者代替公开的“{other}”，公开一侧不因此改变",
        "请由公开的文件或者清理结果写明。",
        "“{id}” would amend, repeal or replace the public “{other}”; nothing public changes by it",
        "Let a public document or the result of a clean-up say so.", f"{_RULE}一（四）",
    ),
    # -- the register ------------------------------------------------------------------------
    "register-standard-output": Words(
        ERROR, "登记表不写到标准输出", "请用 -o 指明文件，默认写到 internal/。",
        "the register is not written to standard output",
        "Name a file with -o; by default it goes to internal/.",
    ),
    "register-link": Words(
        ERROR, "路径上有符号链接，登记表不写到那里", "请写实际路径。",
        "there is a symbolic link on the way; the register is not written there",
        "Name the real path.",
    ),
    "register-ending": Words(
        ERROR, "文件名应以 .{form} 结尾", "请改写 -o 后的文件名。",
        "the file's name must end with .{form}", "Change the name behind -o.",
    ),
    "register-in-site": Words(
        ERROR, "登记表在网站目录中只能直接放在 internal/ 下",
        "请写到 internal/，或写到网站目录以外。",
        "within the site's folder the register may stand directly in internal/ only",
        "Write it there, or outside of the site's folder.",
    ),
    "register-other-site": Words(
        ERROR, "登记表不能写到另一个网站的目录里",
        "请写到 internal/，或写到没有 config.yaml 的目录下。",
        "the register may not be written into the folder of another site",
        "Write it to internal/, or below folders that have no config.yaml.",
    ),
    "register-published": Words(
        ERROR, "登记表不能写到已发布的网站里", "请写到 internal/，或写到网站目录以外。",
        "the register may not be written into a published site",
        "Write it to internal/, or outside of the site's folder.",
    ),
})  # fmt: skip
