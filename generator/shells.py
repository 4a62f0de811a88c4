"""Templates with what many pages share put in once: the same text as from Jinja2 alone, sooner.

What is known before a page is rendered (what all pages share, the way from a folder to the root)
is put into a template's syntax tree: a name with a known value becomes that value, a condition
that is decided is decided, a loop over known things is written out.  Nine tenths of a page are
then one piece of text.  A text that stands on many pages is escaped once.

The templates stay as they are, and plain Jinja2 stays the judge: a page that fails is rendered by
it again, and the tests compare both byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import CodeType
from typing import Any

import jinja2
import markupsafe
from jinja2 import nodes
from jinja2.visitor import NodeTransformer

Theme = tuple[tuple[str, str], ...]  # (name, text) of every template
Load = tuple[str, str, Callable[[], bool]]


def environment(theme: Theme) -> jinja2.Environment:
    """Return the environment in which templates are what they say."""
    texts = dict(theme)

    def load(name: str) -> Load | None:
        return (texts[name], f"templates/{name}", lambda: True) if name in texts else None

    return jinja2.Environment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=-1,
    )


@lru_cache(maxsize=2)
def trees(theme: Theme) -> Mapping[str, nodes.Template | None]:
    """Return every template by name as a syntax tree, to be read only; None where it has none."""
    plain = environment(theme)
    found: dict[str, nodes.Template | None] = {}
    for name, text in theme:
        try:
            found[name] = plain.parse(text)
        except jinja2.TemplateSyntaxError:
            found[name] = None
    return found


def clear(theme: Theme, words: Iterable[str]) -> bool:
    """Whether *words* mean the same wherever templates of *theme* use them: none gives the first of
    them a meaning of its own, as ``{% for view in … %}`` would."""
    names = {one.partition(".")[0] for one in words}
    for tree in trees(theme).values():
        if tree is None:
            return False
        arguments = {id(one) for macro in tree.find_all(nodes.Macro) for one in macro.args}
        given = (one for one in tree.find_all(nodes.Name) if one.ctx != "load")
        if any(one.name in names and id(one) not in arguments for one in given):
            return False
    return True


def prepared(theme: Theme, known: Mapping[str, object]) -> jinja2.Environment:
    """Return an environment in which *known* values stand in the templates already.

    *known* are values by the words that templates use for them, ``frame`` or ``view.here.root``,
    and must be `clear`.
    """
    made = environment(theme)
    assert isinstance(made.loader, jinja2.FunctionLoader)
    made.loader = _Loader(made.loader.load_func, known)
    made.template_class = _Template
    return made


class _Loader(jinja2.FunctionLoader):
    def __init__(self, load: Callable[[str], Any], known: Mapping[str, object]) -> None:
        super().__init__(load)
        self._known = known

    def load(
        self,
        environment: jinja2.Environment,
        name: str,
        globals: Any = None,
    ) -> jinja2.Template:
        source, filename, uptodate = self.get_source(environment, name)
        tree = environment.parse(source, name, filename)
        code = environment.compile(_Folding(environment, self._known)(tree), name, filename)
        made: jinja2.Template = environment.template_class.from_code(
            environment, code, dict(environment.globals, **(globals or {})), uptodate
        )
        return made


class _Folding(NodeTransformer):
    """Puts known values into a tree."""

    def __init__(self, environment: jinja2.Environment, known: Mapping[str, object]) -> None:
        self._environment = environment
        self._known = dict(known)

    def __call__(self, tree: nodes.Template) -> nodes.Template:
        self.generic_visit(tree)
        return tree

    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        """Visit what is below *node*; outputs side by side become one."""
        super().generic_visit(node, *args, **kwargs)
        for name in ("body", "else_"):
            if name in node.fields and isinstance(getattr(node, name), list):
                setattr(node, name, _joined(getattr(node, name)))
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:  # noqa: N802
        """Leave a macro alone: it sees its arguments only."""
        return node

    def _value(self, node: nodes.Node) -> object:
        """The known value of an expression, `_NOTHING` where there is none."""
        if isinstance(node, nodes.Const):
            return node.value
        words = _words(node)
        if words in self._known:
            return self._known[words]
        if isinstance(node, nodes.Getattr):
            owner = self._value(node.node)
            if owner is not _NOTHING:
                return self._environment.getattr(owner, node.attr)
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            owner = self._value(node.node)
            if owner is not _NOTHING:
                return self._environment.getitem(owner, node.arg.value)
        return _NOTHING

    def _put(self, node: Any) -> nodes.Node:
        value = self._value(node)
        if type(value) in (str, int, bool, type(None)):
            return nodes.Const(value, lineno=node.lineno)
        return self.generic_visit(node)

    visit_Name = visit_Getattr = visit_Getitem = _put  # noqa: N815

    def visit_If(self, node: nodes.If) -> nodes.Node | list[nodes.Node]:  # noqa: N802
        """Decide what is decided."""
        if node.elif_:
            first, *rest = node.elif_
            other = nodes.If(first.test, first.body, rest, node.else_, lineno=first.lineno)
            node.elif_, node.else_ = [], [other]
        self.generic_visit(node)
        test = node.test
        if not isinstance(test, nodes.Expr):
            return node
        try:
            decided = test.as_const(nodes.EvalContext(self._environment))
        except nodes.Impossible:
            return node
        return node.body if decided else node.else_

    def visit_For(self, node: nodes.For) -> nodes.Node | list[nodes.Node]:  # noqa: N802
        """Write out a loop over known things."""
        items = self._value(node.iter)
        if (
            not isinstance(items, tuple)
            or not isinstance(node.target, nodes.Name)
            or node.else_ or node.test or node.recursive
            or any(one.name == "loop" for one in node.find_all(nodes.Name))
            or any(True for _ in node.find_all((nodes.Assign, nodes.AssignBlock)))
        ):  # fmt: skip
            return self.generic_visit(node)
        found: list[nodes.Node] = []
        outer = self._known
        for item in items:
            self._known = outer | {node.target.name: item}
            body = nodes.For(node.target, node.iter, _copy(node.body), [], None, False)
            found += self.generic_visit(body).body  # type: ignore[attr-defined]
        self._known = outer
        return found


_NOTHING = object()


def _words(node: nodes.Node) -> str:
    """The words of a chain of names: ``view.here.root``; none of anything else."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr) and (owner := _words(node.node)):
        return f"{owner}.{node.attr}"
    return ""


def _joined(body: list[nodes.Node]) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    for one in body:
        if found and isinstance(one, nodes.Output) and isinstance(found[-1], nodes.Output):
            found[-1].nodes = [*found[-1].nodes, *one.nodes]
        else:
            found.append(one)
    return found


def _copy(value: Any) -> Any:
    """A tree of its own, of nodes that are."""
    if isinstance(value, list | tuple):
        return type(value)(_copy(one) for one in value)
    if not isinstance(value, nodes.Node):
        return value
    made = type(value)(*(_copy(getattr(value, name)) for name in value.fields))
    for name in value.attributes:
        setattr(made, name, getattr(value, name))
    return made


class _Template(jinja2.Template):
    """A template that escapes equal texts once."""

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: CodeType,
        globals: Any,
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        names: dict[str, Any] = {"environment": environment, "__file__": code.co_filename}
        exec(code, names)  # as Jinja2 does
        names["escape"] = _escape
        made = cls._from_namespace(environment, names, globals)
        made._uptodate = uptodate
        return made


_once = lru_cache(maxsize=1 << 16)(markupsafe.escape)


def _escape(value: Any) -> markupsafe.Markup:
    """Escape a text once; what is marked safe is another thing than the text it looks like."""
    return _once(value) if type(value) is str else markupsafe.escape(value)
