/** The texts about all rooms, in Chinese. */
export const allRooms = {
  'allRooms.title': '所有房间',
  'allRooms.find': '按名称查找',
  'allRooms.none': '没有名称包含此内容的房间。',
  'allRooms.total': { other: '{count} 个房间' },
  'allRooms.about': '公开和私有房间，包括您未加入的。私有房间的内容只有其成员可见；不列出私信。',
  'allRooms.public': '公开',
  'allRooms.private': '私有',
  'allRooms.events': { other: '{count} 条记录' },
  'allRooms.last': '最近记录：{day}',
  'allRooms.owners': '所有者：{names}',
  'allRooms.noOwner': '没有所有者',
  'allRooms.nobody': '没有成员：加入者将成为所有者',
  'allRooms.openNamed': '打开 {name}',
  'allRooms.joinNamed': '加入 {name}',
  'allRooms.more': '显示更多',
};
