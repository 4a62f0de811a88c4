"""What is said of a cluster that cannot do the work."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.words.rows import ERROR, Words

CLUSTER: Mapping[str, Words] = MappingProxyType({
    "dask-missing": Words(
        ERROR, "没有安装 dask，不能在集群上生成",
        "请运行 pip install 'gongkai[cluster]'，或者去掉 --dask，在本机生成。",
        "dask is not installed, so nothing can be built on a cluster",
        "Run pip install 'gongkai[cluster]', or leave out --dask to build on this machine.",
    ),
    "dask-address": Words(
        ERROR, "“{address}”不是调度器的地址", "请写成 tcp://主机:端口 或 tls://主机:端口。",
        "“{address}” is no address of a scheduler", "Write tcp://host:port or tls://host:port.",
    ),
    "dask-unreachable": Words(
        ERROR, "{address} 没有 dask 调度器应答",
        "请核对地址和端口（一般是 8786；8787 是它的网页），确认调度器已经启动、网络可以连通。",
        "no dask scheduler answers at {address}",
        "Check host and port (8786 as a rule; 8787 is its web page), and that the scheduler runs "
        "and can be reached.",
    ),
    "dask-workers": Words(
        ERROR, "{address} 的调度器没有工作进程", "请在每台机器上运行 dask worker {address}。",
        "the scheduler at {address} has no workers", "Run dask worker {address} on each machine.",
    ),
    "dask-program": Words(
        ERROR,
        "集群中有 {several} 个进程的程序与本机不同，例如 {worker}：那里是 {theirs}，"
        "本机是 {ours}",
        "请在每台机器上安装同一版本的 gongkai、依赖和 Python（用同一个 requirements.lock），"
        "再重新启动调度器和工作进程。",
        "{several} {several:process|processes} of the cluster {several:runs|run} another program, "
        "for instance {worker}: {theirs} there, {ours} here",
        "Install the same gongkai, libraries and Python on every machine (from one "
        "requirements.lock), and start scheduler and workers anew.",
    ),
    "dask-lost": Words(
        ERROR, "集群中断了：调度器或者所有的工作进程都不在了",
        "请检查集群，再运行一次；或者去掉 --dask，在本机生成。",
        "the cluster is gone: the scheduler, or every worker",
        "Look after it and build again, or leave out --dask to build on this machine.",
    ),
    "dask-killed": Words(
        ERROR, "同一部分工作一再使工作进程中断",
        "多半是内存不够：请给每个工作进程更多内存（dask worker --memory-limit），或者去掉 --dask。",
        "the same part of the work ended one worker after another",
        "Most likely for want of memory: give each worker more (dask worker --memory-limit), or "
        "leave out --dask.",
    ),
})  # fmt: skip
