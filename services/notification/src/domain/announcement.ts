import {
  clerkOf,
  committeesOf,
  COUNCIL,
  DESK,
  governmentOfficeOf,
  headOf,
  idsOf,
  LEAD_DEPUTY,
  liaisonOf,
  officeNamed,
  officeOf,
  orDesk,
  ownerOf,
  peopleOf,
  personOf,
  textOf,
  unitPeople,
  unitsTimed,
  type Payload,
  type Recipient,
} from './recipients.ts';

/** What is said to whom about one fact. `title` stands for the suggestion's title. */
export interface Announcement {
  readonly to: readonly Recipient[];
  readonly text: string;
  /** Whose own act it was: one of those who would be told, and need not be. */
  readonly except?: string;
  /** Day by which something is asked of them, YYYY-MM-DD, where the fact itself says so. */
  readonly dueOn?: string;
}

type Rule = (payload: Payload) => Announcement;

/** Facts that people are told of, by service and type. */
const RULES: Readonly<Record<string, Rule>> = {
  'intake/cosignature-requested': (fact) => ({
    to: peopleOf(fact, 'deputyIds'),
    text: '有代表邀请您联名提出建议，请确认',
  }),
  'intake/pre-review-requested': () => ({
    to: [{ kind: 'role', role: 'pre-reviewer' }, DESK],
    text: '有建议申请预审指导',
  }),
  'intake/pre-review-answered': () => ({ to: [LEAD_DEPUTY], text: '您的建议有了预审意见' }),
  'intake/suggestion-submitted': () => ({ to: [DESK], text: '有新提交的建议等待登记' }),
  'intake/lead-passed': (fact) => ({
    to: ['fromDeputyId', 'leadDeputyId'].map((field) => ({ kind: 'person', personId: textOf(fact, field) })),
    text: '领衔代表资格终止，建议改由联名代表领衔',
  }),
  'intake/suggestion-registered': (fact) => ({
    to: [LEAD_DEPUTY],
    text: `您的建议已登记，编号${textOf(fact, 'displayNumber')}`,
  }),
  // 并案 (CQ13): the lead deputies of both are told.
  'intake/suggestion-merged': () => ({
    to: [LEAD_DEPUTY],
    text: '您的建议与内容相同的建议并案办理，仍单独答复您、由您评价',
  }),
  'intake/suggestion-absorbed': (fact) => ({
    to: [LEAD_DEPUTY],
    text: `内容相同的建议${textOf(fact, 'childNumber')}并入您的建议一起办理`,
  }),
  'intake/suggestion-returned': () => ({ to: [LEAD_DEPUTY], text: '您的建议需要修改后再提交' }),
  'intake/suggestion-declined': () => ({ to: [LEAD_DEPUTY], text: '您提交的内容不作为建议处理，请看说明' }),
  // A draft is its deputies' alone.
  'intake/suggestion-withdrawn': (fact) => ({
    to: fact['submitted'] === true ? [DESK] : [],
    text: '代表撤回了一件建议',
  }),
  'assignment/suggestion-classified': (fact) => ({
    to: unitsTimed(fact).flatMap((unitId) => [...liaisonOf({ unitId }), ...clerkOf({ unitId })]),
    text: '建议的办理类型有变化，答复前须召开现场会',
  }),
  'assignment/suggestion-marked-key': (fact) => ({
    to: [
      ...idsOf(fact, 'unitIds').flatMap((unitId) => unitPeople({ unitId })),
      ...personOf(fact, 'supervisorId'),
      ...committeesOf(fact, 'supervisingUnitId'),
    ],
    text: '建议确定为重点督办建议：承办单位须补齐“五个一”办理方案，此前不能签发答复',
  }),
  'assignment/assignment-made': (fact) => ({ to: [...liaisonOf(fact), LEAD_DEPUTY], text: '建议已交办' }),
  'assignment/assignment-acknowledged': (fact) => ({
    to: fact['deemed'] === true ? [...liaisonOf(fact), ...headOf(fact)] : [],
    text: '期满未签收，视为已经签收，请抓紧办理',
  }),
  'assignment/plan-requested': (fact) => ({
    to: unitsTimed(fact).flatMap((unitId) => [...liaisonOf({ unitId }), ...clerkOf({ unitId })]),
    text: '可以报送办理方案了，请在期限内报送',
  }),
  'assignment/coordination-requested': (fact) => ({
    to: [officeOf(fact)],
    text: '有单位申请协调，请召开协调会并作出决定',
  }),
  'assignment/assignment-return-requested': (fact) => ({
    to: [officeOf(fact)],
    text: '有单位申请退回交办的建议',
  }),
  'assignment/assignment-returned': (fact) => ({
    to: [officeOf(fact)],
    text: '一件建议已退回，等待重新确定承办单位',
  }),
  'assignment/assignment-reassigned': (fact) => ({
    to: [{ kind: 'role', role: 'unit-liaison', unitId: textOf(fact, 'fromUnitId') }, LEAD_DEPUTY],
    text: '建议已改由其他单位承办',
  }),
  'assignment/assignment-succeeded': (fact) => ({
    to: [...liaisonOf(fact), ...headOf(fact), LEAD_DEPUTY],
    text: '机构改革，建议已划转由承接单位办理',
  }),
  'assignment/confidant-named': (fact) => ({
    to: [{ kind: 'person', personId: textOf(fact, 'personId') }],
    text: '您被指定为一件要求保密的建议的知情人，请勿外传代表身份',
  }),
  'assignment/rules-moved': () => ({ to: [LEAD_DEPUTY], text: '建议改按另一版办理规则计算期限' }),
  'assignment/case-ended': (fact) => ({
    to: idsOf(fact, 'unitIds').flatMap((unitId) => liaisonOf({ unitId })),
    text: textOf(fact, 'cause') === 'merged' ? '建议已并案，本单位办理终止' : '建议已撤回，办理终止',
  }),
  'assignment/withdrawal-refused': () => ({ to: [LEAD_DEPUTY], text: '撤回申请未获同意，继续办理' }),
  'assignment/assignment-return-refused': (fact) => ({
    to: liaisonOf(fact),
    text: '申退未获同意，请继续办理',
  }),
  'assignment/task-force-formed': (fact) => ({
    to: idsOf(fact, 'unitIds').flatMap((unitId) => liaisonOf({ unitId })),
    text: '建议成立了专班，本单位是成员',
  }),
  'assignment/work-package-added': ({ workPackage }) => packageGiven(workPackage as Payload | undefined),
  'assignment/work-package-amended': ({ workPackage }) => packageGiven(workPackage as Payload | undefined),
  'assignment/work-package-completed': () => ({ to: [DESK], text: '专班的一个工作包已完成' }),
  'assignment/co-opinion-drafted': (fact) => ({ to: headOf(fact), text: '有协办意见等待您签发' }),
  'assignment/co-opinion-given': (fact) => {
    const unitId = textOf(fact, 'leadUnitId');
    return {
      to: [...liaisonOf({ unitId }), ...headOf({ unitId })],
      text: '协办单位提出了协办意见，请审阅后采纳或者退回',
    };
  },
  'assignment/co-opinion-sent-back': (fact) => ({ to: liaisonOf(fact), text: '协办意见被退回，请补充' }),
  'assignment/extension-requested': () => ({ to: [DESK], text: '有单位申请延长答复期限，请作出决定' }),
  'assignment/extension-granted': (fact) => ({
    to: [...liaisonOf(fact), LEAD_DEPUTY],
    text: '答复期限已延长',
  }),
  'assignment/extension-refused': (fact) => ({ to: liaisonOf(fact), text: '延期申请未获同意' }),
  'assignment/reply-issued': () => ({ to: [LEAD_DEPUTY, DESK], text: '承办单位已签发答复' }),
  'assignment/feedback-asked': ({ deputy }) => delivered(deputy as Payload | undefined),
  'assignment/reply-delivered': ({ deputy }) => delivered(deputy as Payload | undefined),
  // With a scan the reply is delivered, and that is said.
  'assignment/face-to-face-recorded': ({ deputy, scan }) => ({
    to:
      Array.isArray(scan) && scan.length > 0
        ? []
        : personOf((deputy as Payload | undefined) ?? {}, 'deputyId'),
    text: '承办单位记录了对您的当面答复，请您签署意见；签署后才算送达',
  }),
  'assignment/face-to-face-signed': (fact) => ({ to: liaisonOf(fact), text: '代表已签署当面答复记录' }),
  'assignment/face-to-face-denied': (fact) => ({
    to: [DESK, ...liaisonOf(fact), ...headOf(fact)],
    text: '代表表示当面答复记录与实际不符，答复尚未送达',
  }),
  'assignment/situation-changed': (fact) => ({
    to: [...liaisonOf(fact), ...headOf(fact), LEAD_DEPUTY],
    text: '情况有变化，承办单位须作补充答复',
  }),
  'assignment/reply-supplemented': () => ({ to: [LEAD_DEPUTY, DESK], text: '承办单位作了补充答复' }),
  'supervision/feedback-reminded': (fact) => ({
    to: [{ kind: 'person', personId: textOf(fact, 'personId') }],
    text: '请填写征询意见表，说说答复和办理怎么样',
    dueOn: textOf(fact, 'dueDate'),
  }),
  // The office of the unit hears it as a copy.
  'supervision/unit-urged': (fact) => ({
    to: [
      ...[...liaisonOf(fact), ...clerkOf(fact)],
      ...(fact['toHead'] === true ? headOf(fact) : []),
      governmentOfficeOf(fact),
    ],
    text: '催办：请承办单位抓紧办理',
  }),
  'supervision/supervision-letter-sent': (fact) => ({
    to: [...headOf(fact), ...liaisonOf(fact)],
    text: '收到督办函，请在期限内答复',
  }),
  'supervision/supervision-letter-answered': (fact) => ({
    to: [officeNamed(textOf(fact, 'office'))],
    text: '承办单位答复了督办函，请看答复',
  }),
  'supervision/talk-called': (fact) => ({
    to: [...headOf(fact), DESK],
    text: '约谈通知已发出，请按期参加或组织约谈',
  }),
  // A second person decides (domain.md §2.5).
  'supervision/colour-override-requested': (fact) => ({
    to: [DESK, COUNCIL],
    except: textOf(fact, 'firstPersonId'),
    text: '有人申请人工调整预警颜色，等待第二人确认',
  }),
  // Where the unit is called again, its own fact says so.
  'supervision/talk-checked': (fact) => ({
    to: fact['undertakingKept'] === true ? [] : [DESK, COUNCIL],
    text: '约谈承诺没有落实，请看检查情况',
  }),
  'supervision/colour-changed': (fact) => ({
    to: textOf(fact, 'toColour') === 'green' ? [] : [DESK, ...liaisonOf(fact), ...ownerOf(fact)],
    text: textOf(fact, 'toColour') === 'red' ? '一件建议转为红色' : '一件建议转为黄色',
  }),
  'meeting/meeting-scheduled': (fact) => ({
    to: peopleOf(fact, 'participantIds'),
    text: '有一次会议或见面请您参加',
  }),
  'meeting/meeting-rescheduled': (fact) => ({
    to: peopleOf(fact, 'participantIds'),
    text: '一次会议或见面改了时间或地点，请按新的安排参加',
  }),
  'meeting/meeting-cancelled': (fact) => ({
    to: peopleOf(fact, 'participantIds'),
    text: '一次会议或见面已取消，请看原因',
  }),
  // Whose invitation it was; told without a name, as every message is.
  'meeting/meeting-declined': (fact) => ({
    to: orDesk(personOf(fact, 'convenerId')),
    text: '有受邀人答复不能参加，请看原因，必要时另约时间',
  }),
  'meeting/look-back-required': () => ({
    to: [LEAD_DEPUTY, DESK],
    text: '建议的办理结果列入回头看，须到现场查看',
  }),
  'evaluation/feedback-overdue': (fact) => ({
    to: personOf(fact, 'deputyId'),
    text: '反馈期限已到，宽限期内仍可填写征询意见表',
  }),
  'evaluation/suggestion-escalated': (fact) => {
    const isStudied = textOf(fact, 'stage') === 'joint-study';
    return {
      to: [DESK, ...(isStudied ? committeesOf(fact, 'overseerIds') : [COUNCIL])],
      text: isStudied ? '代表再次评价不满意，请召开专题研究会' : '代表仍评价不满意，请主任会议研究决定',
    };
  },
  'evaluation/suggestion-evaluated': () => ({ to: [DESK], text: '代表已填写征询意见表' }),
  'evaluation/rehandling-ordered': (fact) => ({
    to: [...liaisonOf(fact), ...headOf(fact)],
    text: '建议需要重新办理',
  }),
  // SH21: 代表工委 tells the deputy.
  'evaluation/rehandling-waived': (fact) => ({
    to: [...peopleOf(fact, 'deputyIds'), ...liaisonOf(fact)],
    text: '代表工委研究后决定不再重新办理，请看说明',
  }),
  'evaluation/rectification-ordered': (fact) => ({
    to: [...liaisonOf(fact), ...headOf(fact)],
    text: '收到整改通知',
  }),
  'evaluation/rectification-submitted': () => ({ to: [LEAD_DEPUTY], text: '单位提交了整改报告，请您确认' }),
  // The fact carries no roll: voters see it on their own page (docs/adr/0028).
  'evaluation/ballot-opened': () => ({ to: [DESK], text: '一次无记名测评已开放签到' }),
  'evaluation/suggestion-closed': () => ({ to: [LEAD_DEPUTY, DESK], text: '建议已办结' }),
};

function packageGiven(workPackage: Payload | undefined): Announcement {
  const [asked, dueOn] = [workPackage ?? {}, textOf(workPackage ?? {}, 'dueOn')];
  return { to: liaisonOf(asked), text: '专班交给本单位一个工作包', ...(dueOn === '' ? {} : { dueOn }) };
}

/** Each deputy is told of the own copy; the lead of each signed suggestion is asked for the evaluation (decisions 8). */
function delivered(deputy: Payload | undefined): Announcement {
  return {
    to: personOf(deputy ?? {}, 'deputyId'),
    text: deputy?.['isLead'] === true ? '答复已送达，请填写征询意见表' : '答复已送达',
  };
}

/** Whether people may be told of facts of a type. */
export function isAnnounced(service: string, type: string): boolean {
  return RULES[`${service}/${type}`] !== undefined;
}

/** What is said about a fact; undefined when nobody is told. */
export function announce(service: string, type: string, payload: Payload): Announcement | undefined {
  return RULES[`${service}/${type}`]?.(payload);
}
