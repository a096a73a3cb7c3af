import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** Words of the frame and of every second title: they tell no matter from another. */
const SAYS_NOTHING = new Set(
  (
    '关于 建议 提案 意见 进一步 加强 加快 加大 推进 推动 完善 提高 提升 促进 做好 开展 实施 落实 解决 问题 工作 力度 要求 ' +
    '希望 应当 应该 需要 尽快 切实 有关 相关 部门 情况 存在 目前 现在 以及 或者 没有 不能 可以 我们 他们 我市 我区 我县 全市 ' +
    '全区 全县 本市 本区 进行 给予 予以 通过 对于 由于 因此 但是 而且 同时 一些 一个 很多 较多 严重 反映 群众 人民 居民 ' +
    '的 了 和 与 及 在 对 是 有 为 等 中 上 下 并 或 将 把 被 让 给 向 从 到 以 于 其 这 那 不 也 都 就 还 又 很 更 最 要 请 盼 应'
  ).split(' '),
);

let segmenter: Jieba | undefined;

/** Loading the dictionary takes a quarter of a second and is done at the first text. */
function loaded(): Jieba {
  segmenter ??= Jieba.withDict(dict);
  return segmenter;
}

/** The words of a text that tell its matter, as often as they occur; of long words their parts as well. */
export function wordsOf(text: string): readonly string[] {
  return loaded()
    .cutForSearch(text.normalize('NFKC').toLowerCase(), true)
    .filter((word) => /[\p{Letter}\p{Number}]/u.test(word) && !SAYS_NOTHING.has(word));
}
