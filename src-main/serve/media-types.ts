// Media types of the files that leave the desk.

export const xlsxMedia = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
