/** What stands before the matter: a file's number and author, 关于 with its slips (个关于, 于), verbs that say nothing. */
const BEFORE = /^.{0,20}?关于|^于(?=[\p{Script=Han}])/u;
const VERBS =
  /^(?:要求|请求|建议|希望|尽快|切实|进一步|继续|全面|深入|大力|着力|高度|加强|加快|加大|推进|推动|完善|重视|对)+/;
/** What stands behind it: 的建议 and its kin, a file's ending. */
const BEHIND = /\.(?:docx?|wps|pdf)$|(?:的(?:相关|若干|几点)?)?(?:建议|提案|议案|意见|批评)[。.\s]*$/;

/** The matter of a title, without the frame 关于…的建议 that all titles share; the title itself where nothing remains. */
export function matterOf(title: string): string {
  const trimmed = title.normalize('NFKC').trim();
  const bare = trimmed.replace(BEHIND, '').replace(BEHIND, '').replace(BEFORE, '');
  const matter = bare.replace(VERBS, '');
  return matter === '' ? (bare === '' ? trimmed : bare) : matter;
}
