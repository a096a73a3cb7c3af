import type { ThemeConfig } from 'antd';

const FONTS = '"Huiyin Latin Marks","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/** Red, yellow and green belong to clocks alone: success is blue, so that no message looks like a colour of a case. */
const desktop: ThemeConfig = {
  token: {
    colorPrimary: '#1F55A5',
    colorLink: '#1F55A5',
    colorInfo: '#1F55A5',
    colorInfoBg: '#EEF4FC',
    colorInfoBorder: '#BCD2F0',
    colorSuccess: '#1F55A5',
    colorError: '#B01219',
    colorErrorBg: '#FFFFFF',
    colorErrorBorder: '#DFE4EB',
    colorWarning: '#7A4D00',
    colorText: '#1A2230',
    colorTextSecondary: '#465162',
    colorTextTertiary: '#667182',
    colorTextPlaceholder: '#667182',
    colorBorder: '#DFE4EB',
    colorBorderSecondary: '#EDF0F4',
    colorBgLayout: '#F4F6F9',
    fontFamily: FONTS,
    fontSize: 14,
    lineHeight: 1.5714,
    borderRadius: 6,
    borderRadiusLG: 8,
    borderRadiusSM: 4,
    controlHeight: 32,
    controlHeightLG: 44,
    // Surfaces stay quiet; and a button whose waiting ends at once would keep the name of a waiting one (加载中).
    motion: false,
  },
  components: {
    Tabs: { horizontalItemPadding: '10px 0' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 400 },
  },
};

/** Larger writing and targets of at least 44 px. */
const phone: ThemeConfig = {
  ...desktop,
  token: { ...desktop.token, fontSize: 16, controlHeight: 44, borderRadiusLG: 12 },
};

export function themeFor(isPhone: boolean): ThemeConfig {
  return isPhone ? phone : desktop;
}
