export const profile = {
  picture: 'Picture',
  picture_change: 'Choose a picture',
  picture_hint: 'JPEG, PNG or GIF, at most 1200 × 1200 pixels and 1 MB.',
  picture_remove: 'Remove the picture',
  picture_removed: 'Your picture was removed.',
} as const
