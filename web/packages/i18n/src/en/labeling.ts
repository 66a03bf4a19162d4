export const labeling = {
  back: 'Tasks',
  back_to_list: 'Back to the tasks',
  discard: 'Discard',
  done: 'All done',
  done_hint: 'There is no task left for you in this project.',
  kept: 'The server does not answer. Your work is kept here and sent as soon as it is back.',
  look_again: 'Look again',
  next: 'Next task',
  offline: 'Not connected',
  offline_hint:
    'The server does not answer. Your work is kept in this browser; the next task comes as soon as it is back.',
  place: '{row} of {total}',
  previous: 'Previous task',
  refused: 'Task {task} was not accepted: {reason}',
  send_anyway: 'Send anyway',
  waiting: { one: '{count} answer to send', other: '{count} answers to send' },
  waiting_hint: 'These answers are kept in this browser and sent as soon as the server takes them.',
} as const
