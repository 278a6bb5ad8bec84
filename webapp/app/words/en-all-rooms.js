/** The texts about all rooms, in English. */
export const allRooms = {
  'allRooms.title': 'All rooms',
  'allRooms.find': 'Find by name',
  'allRooms.none': 'No room has this in its name.',
  'allRooms.total': { one: '{count} room', other: '{count} rooms' },
  'allRooms.about': 'Public and private rooms, also those you are not in. What is said in private rooms stays with their members; direct messages are not listed.',
  'allRooms.public': 'public',
  'allRooms.private': 'private',
  'allRooms.events': { one: '{count} entry', other: '{count} entries' },
  'allRooms.last': 'last entry: {day}',
  'allRooms.owners': 'Owners: {names}',
  'allRooms.noOwner': 'No owner',
  'allRooms.nobody': 'Nobody is in it: whoever joins owns it',
  'allRooms.openNamed': 'Open {name}',
  'allRooms.joinNamed': 'Join {name}',
  'allRooms.more': 'Show more',
};
