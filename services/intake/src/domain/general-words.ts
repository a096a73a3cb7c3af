/** Words that every demand may carry and that ask nobody to do anything, longest first. */
const SAY_NOTHING =
  /进一步|高度重视|加大力度|切实加强|加快推进|有关方面|有关部门|相关部门|各级政府|人民政府|市政府|区政府|县政府|存在的?|政策支持|资金支持|统筹协调|组织领导|监督管理|宣传力度|工作力度|体制机制|长效机制|加强|加大|重视|提高|提升|完善|推进|推动|促进|落实|健全|强化|优化|规范|解决|改善|做好|抓好|尽快|尽早|切实|认真|积极|不断|全面|深入|大力|努力|给予|予以|希望|建议|要求|恳请|政府|部门|领导|单位|政策|支持|措施|机制|制度|体系|管理|监管|监督|宣传|引导|投入|力度|工作|问题|困难|水平|质量|意识|认识|发展|建设|的|和|与|及|对|在|要|应|能|更|好|加以|开展|有关|相关|方面|进行|[、,，。;；\s]/g;

/** A figure, a place, a day, a doer: something a unit can be held to. */
const CONCRETE =
  /\d|[一二三四五六七八九十百]+(?:年|月|日|个|条|处|米|公里|元|人|次|所|座|套|倍)|[路街村镇区校院站河桥库园]|由.{2,12}(?:局|委|办|中心|公司|牵头)|局|公布|公开|公示/;

/** What is left of a demand without its empty words; less says neither what nor for whom. Characters. */
const MIN_SUBSTANCE = 7;

/** True for a demand that nobody could be held to: empty words around a bare topic. */
export function isGeneral(demand: string): boolean {
  if (CONCRETE.test(demand)) return false;
  return demand.replace(SAY_NOTHING, '').length < MIN_SUBSTANCE;
}

/** Whether facts name a figure, a time or a place. */
export function isConcrete(facts: string): boolean {
  return CONCRETE.test(facts);
}
