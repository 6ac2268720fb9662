// Code lists of the work handbook (工作手册).

import { words } from '../words.ts';

export const handbookCodes = {
  priority: {
    most_urgent: words('特急', 'Most urgent'),
    urgent: words('加急', 'Urgent'),
    normal: words('普通', 'Normal'),
  },
  task_origin: {
    visit: words('走访', 'Home visit'),
    meeting: words('会议', 'Meeting'),
    petition: words('信访', 'Petition'),
    hazard: words('隐患', 'Hazard'),
    rescue: words('救助', 'Rescue'),
    superior_document: words('上级文件', 'Document from above'),
    call: words('来电', 'Telephone call'),
    own_plan: words('自行安排', 'Own plan'),
    other: words('其他', 'Other'),
  },
} as const;
