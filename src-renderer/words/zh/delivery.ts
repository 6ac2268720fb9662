// Words of the delivery page.

export const deliveryZh = {
  note: '以回执为准',
  noCentre: '本案台尚未配置中心',
  noCentreBody: '全部变更都保存在本机的加密数据库中，照常办理、查询和打印。没有任何内容已送出。请按规定备份本机数据。',
  table: '各处变更数',
  total: '合计',
  place: {
    onThisPc: '仅在本机',
    onStick: '已写入 U 盘',
    received: '中心已收到',
    confirmed: '中心已确认',
    refused: '中心已退回',
  },
  placeNote: {
    onThisPc: '已保存，尚未写入 U 盘，也未送出',
    onStick: '已写入，尚无中心回执',
    received: '有中心签名的收讫回执',
    confirmed: '中心已入库并确认',
    refused: '中心说明了理由，需在本机处理',
  },
} as const;
