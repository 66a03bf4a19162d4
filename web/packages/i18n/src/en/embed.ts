export const embed = {
  accept: 'Accept',
  done: 'Done. There is nothing more to label here.',
  noAccess: 'You have no access to this task.',
  noTask: 'There is no task to label.',
  nothingLeft: 'No tasks are left.',
  queue: '{position} of {total}',
  reject: 'Reject',
} as const
