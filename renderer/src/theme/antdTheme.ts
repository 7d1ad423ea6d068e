import type { ConfigProviderProps } from 'antd'

/** The values of tokens.css as Ant Design tokens. Change both together. */
export const antdTheme: NonNullable<ConfigProviderProps['theme']> = {
  cssVar: { prefix: 'lj', key: 'lj' },
  hashed: false,
  token: {
    colorPrimary: '#1f5187',
    colorPrimaryHover: '#2d6aa8',
    colorPrimaryBg: '#eaf1f8',
    colorPrimaryBorder: '#b4cbe2',
    colorLink: '#1f5187',
    colorLinkHover: '#2d6aa8',
    colorInfo: '#1f5187',
    colorError: '#a84608',
    colorErrorBg: '#fff1e6',
    colorErrorBorder: '#eebd98',
    colorWarning: '#7d5a00',
    colorWarningBg: '#fff8e1',
    colorWarningBorder: '#e6d08f',
    colorSuccess: '#2b6a58',
    colorSuccessBg: '#e8f3ef',
    colorSuccessBorder: '#b2d3c7',
    colorText: '#1b2430',
    colorTextSecondary: '#475362',
    colorTextTertiary: '#606b79',
    // Placeholders and disabled words are still words: they keep 5.4 : 1.
    colorTextQuaternary: '#606b79',
    colorTextPlaceholder: '#606b79',
    colorTextDisabled: '#606b79',
    colorBorder: '#d5dbe1',
    colorBorderSecondary: '#e8ecef',
    colorBgLayout: '#f1f3f5',
    colorBgContainer: '#ffffff',
    colorFillQuaternary: '#f7f8f9',
    borderRadius: 4,
    borderRadiusLG: 6,
    borderRadiusSM: 4,
    borderRadiusXS: 2,
    fontSize: 14,
    fontFamily: "'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
    fontWeightStrong: 600,
    controlHeight: 30,
    controlHeightSM: 24,
    controlHeightLG: 36,
    controlOutline: 'transparent',
    boxShadow: '0 6px 20px rgb(19 39 61 / 0.16)',
    boxShadowSecondary: '0 6px 20px rgb(19 39 61 / 0.16)',
    boxShadowTertiary: 'none',
    motionDurationFast: '0.08s',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.12s',
    wireframe: false
  },
  components: {
    Button: {
      primaryShadow: 'none',
      defaultShadow: 'none',
      dangerShadow: 'none',
      paddingInline: 12,
      fontWeight: 400
    },
    Table: {
      cellPaddingBlockSM: 5,
      cellPaddingInlineSM: 8,
      cellFontSizeSM: 13,
      headerBg: '#f7f8f9',
      headerColor: '#475362',
      headerSplitColor: 'transparent',
      borderColor: '#e8ecef',
      rowHoverBg: '#f4f7fa',
      rowSelectedBg: '#eaf1f8',
      rowSelectedHoverBg: '#eaf1f8'
    },
    Segmented: { trackBg: '#e4e8ec', itemSelectedBg: '#ffffff', itemColor: '#475362', trackPadding: 2 },
    Tabs: {
      horizontalItemPadding: '6px 0',
      horizontalItemGutter: 20,
      titleFontSize: 14,
      horizontalMargin: '0'
    },
    Modal: { titleFontSize: 16 },
    Tooltip: { colorBgSpotlight: '#1b2430' },
    Form: { labelColor: '#475362', itemMarginBottom: 14 }
  }
}
