/** A tenant's fictional place. Area codes 9901xx belong to nobody. */
export interface Place {
  /** Tenant id: one token of event subjects. */
  readonly tenant: string;
  readonly name: string;
  readonly level: 'city' | 'district';
  readonly areaCode: string;
  readonly parent?: string;
  /** 市, 区 or 县: how its offices' names begin. */
  readonly prefix: string;
  /** What the congress office is called here. */
  readonly deskName: string;
  /** 街道 and 镇; each elects a delegation. */
  readonly towns: readonly string[];
  readonly villages: readonly string[];
  readonly roads: readonly string[];
  readonly communities: readonly string[];
}

export const YUNCHUAN: Place = {
  tenant: 'yunchuan',
  name: '云川市',
  level: 'city',
  areaCode: '990100',
  prefix: '市',
  deskName: '代表工作委员会',
  towns: ['东湖区', '西岭区', '北原县', '云川高新区'],
  villages: ['石桥村', '沙塘村', '云岭村'],
  roads: ['云川大道', '望江路', '环城北路', '高新一路'],
  communities: ['江畔社区', '云山社区', '新城社区'],
};

/** The city's districts, in the order of their codes. */
export const DISTRICTS: readonly Place[] = [
  {
    tenant: 'donghu',
    name: '东湖区',
    level: 'district',
    areaCode: '990101',
    parent: 'yunchuan',
    prefix: '区',
    deskName: '代表工作委员会',
    towns: ['云湖街道', '文澜街道', '清泉街道', '柳荫街道', '月河镇', '松坡镇', '白鹭镇', '枫桥湾镇'],
    villages: ['上柳村', '下渡村', '梨园村', '石井村', '荷塘村', '南坡村'],
    roads: ['云湖大道', '文澜路', '柳荫巷', '月河路', '青年东路', '学府街'],
    communities: ['湖心社区', '文澜里社区', '柳荫社区', '锦云社区', '清泉苑社区'],
  },
  {
    tenant: 'xiling',
    name: '西岭区',
    level: 'district',
    areaCode: '990102',
    parent: 'yunchuan',
    prefix: '区',
    deskName: '代表工作室',
    towns: ['岭南街道', '矿山路街道', '西苑街道', '青石镇', '槐树店镇', '双溪口镇'],
    villages: ['东沟村', '老窑村', '槐林村', '青石峪村', '双溪村'],
    roads: ['西岭大街', '矿山路', '岭南三路', '槐荫路', '工业北路'],
    communities: ['矿工新村社区', '西苑社区', '岭秀社区', '槐荫社区'],
  },
  {
    tenant: 'beiyuan',
    name: '北原县',
    level: 'district',
    areaCode: '990103',
    parent: 'yunchuan',
    prefix: '县',
    deskName: '人事代表工作委员会',
    towns: ['北城街道', '原上街道', '杏花岗镇', '大柳河镇', '麦积滩镇', '黄土坪乡', '芦苇荡乡'],
    villages: ['前麦村', '后麦村', '杏林村', '柳河湾村', '土坪村', '苇塘村', '高庙村'],
    roads: ['原上大道', '杏花路', '柳河街', '北城环路'],
    communities: ['原上社区', '北城社区', '杏花社区'],
  },
];

/** City first, then its districts. */
export const PLACES: readonly Place[] = [YUNCHUAN, ...DISTRICTS];
