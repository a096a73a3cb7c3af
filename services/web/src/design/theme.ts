import type { ThemeConfig } from 'antd';

const FONTS = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

/** Red, yellow and green belong to clocks alone: success is blue, so that no message looks like a colour of a case. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1F55A5',
    colorLink: '#1F55A5',
    colorInfo: '#1F55A5',
    colorSuccess: '#1F55A5',
    colorError: '#B01219',
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
  },
  components: {
    Table: {
      headerBg: '#F8F9FB',
      headerColor: '#465162',
      cellPaddingBlock: 10,
      headerSplitColor: 'transparent',
    },
    Card: { headerHeight: 44, bodyPadding: 16 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 400 },
  },
};
