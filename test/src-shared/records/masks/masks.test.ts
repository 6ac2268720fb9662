import { describe, expect, it } from 'vitest';
import type { MaskName } from '../../../../src-shared/records/expression.ts';
import { maskAddress } from '../../../../src-shared/records/masks/mask-address.ts';
import { maskName } from '../../../../src-shared/records/masks/mask-name.ts';
import {
  maskBankCard,
  maskDocumentNumber,
  maskPhone,
  maskToTail,
} from '../../../../src-shared/records/masks/mask-numbers.ts';
import { maskProfiles } from '../../../../src-shared/records/masks/mask-profiles.ts';
import { maskValue } from '../../../../src-shared/records/masks/mask-value.ts';
import { tellApart } from '../../../../src-shared/records/masks/tell-apart.ts';
import vectors from '../../../support/vectors.json' with { type: 'json' };

const { screen, office, strict, press } = maskProfiles;

describe('maskName', () => {
  it.each([
    ...Object.entries(vectors.mask.name),
    ['尉迟某某', '尉迟某某'],
    ['长孙无名', '长孙**'],
    ['欧阳', '欧*'],
    ['𠮷三', '𠮷*'],
    ['王', '*'],
    ['John Smith', 'J*** *****'],
    ['黎女士', '黎女士'],
    ['舒某', '舒某'],
    ['李某某', '李某某'],
    ['李某先生', '李某先生'],
    ['欧阳女士', '欧阳女士'],
    ['张*', '张*'],
    ['张三女士', '张***'],
    ['张某三', '张**'],
    ['未知', '未知'],
    ['', ''],
  ])('“%s” is posted as “%s”', (name, masked) => expect(maskName(name, 'posting')).toBe(masked));

  it('press style', () => {
    expect(maskName('李四', 'mou')).toBe('李某');
    expect(maskName('欧阳锋', 'mou')).toBe('欧阳某');
    expect(maskName('吴四', 'title', 'female')).toBe('吴女士');
    expect(maskName('吴四', 'title', 'male')).toBe('吴先生');
    expect(maskName('吴四', 'title')).toBe('吴某');
  });
});

describe('numbers', () => {
  it.each(Object.entries(vectors.mask.id))('%s is %s', (number, masked) => {
    expect(maskDocumentNumber(number, screen.documentNumber)).toBe(masked);
  });

  it('stricter and other profiles', () => {
    const number = '110101190001011234';
    expect(maskDocumentNumber(number, office.documentNumber)).toBe('110101********1234');
    expect(maskDocumentNumber(number, strict.documentNumber)).toBe('**************1234');
    expect(maskDocumentNumber(number, press.documentNumber)).toBe('******************');
    expect(maskDocumentNumber('E12345678', screen.documentNumber)).toBe('*********');
    expect(maskDocumentNumber('C1234567890', screen.documentNumber)).toBe('C12****7890');
    expect(maskDocumentNumber('', screen.documentNumber)).toBe('');
  });

  it.each([
    ...Object.entries(vectors.mask.phone),
    ['0971-8012345', '0971-***2345'],
    ['010-65120000-123', '010-****0000-**'],
    ['110', '110'],
    ['+85261234567', '+85*****4567'],
  ])('the telephone %s is %s', (number, masked) => expect(maskPhone(number, screen.phone)).toBe(masked));

  it('a telephone in the press shows nothing', () => {
    expect(maskPhone('13800138000', press.phone)).toBe('***********');
    expect(maskPhone('0971-8012345', press.phone)).toBe('****-*******');
  });

  it('cards do not show how long they are', () => {
    expect(maskBankCard('6222020000000000', 'ends')).toBe('6222 **** **** 0000');
    expect(maskBankCard('6222 0200 0000 0000 000', 'ends')).toBe('6222 **** **** 0000');
    expect(maskBankCard('6222020000000000000', 'tail')).toBe('尾号0000');
    expect(maskBankCard('12345678', 'ends')).toBe('********');
    expect(maskBankCard('1', 'tail')).toBe('****');
  });

  it('a tail is shown only of what has more to hide', () => {
    expect(maskToTail('青A-12345')).toBe('*******');
    expect(maskToTail('490154203237518')).toBe('尾号7518');
  });
});

describe('maskValue', () => {
  it.each<[MaskName, string, string]>([
    ['name', '张三', '张*'],
    ['pressName', '张三', '张女士'],
    ['residentId', '110101190001011234', '110***********1234'],
    ['phone', '13800138000', '138****8000'],
    ['card', '6222020000000000', '尾号0000'],
    ['address', '八一社区12号', '八一社区***'],
    ['tail', '6222020000000000', '尾号0000'],
  ])('%s: %s is posted as %s', (as, text, masked) => {
    expect(maskValue(as, text, maskProfiles.posting, 'female')).toBe(masked);
  });
});

describe('tellApart', () => {
  it('adds the tail to names that are the same', () => {
    const people = [
      { maskedName: '张*', documentNumber: '110101190001011234' },
      { maskedName: '王**', documentNumber: '110101190001010030' },
      { maskedName: '张*', documentNumber: '110101190001010081' },
      { maskedName: '张*' },
    ];
    expect(tellApart(people)).toEqual(['张*（尾号1234）', '王**', '张*（尾号0081）', '张*']);
  });
});

describe('maskAddress', () => {
  it.each([
    ['河西街道八一社区12号楼3单元', '河西街道八一社区***'],
    ['河西街道八一社区', '河西街道八一社区'],
    ['西宁市城东区八一中路5号', '西宁市城东区八一中路***'],
    ['某市某区团结乡光明村三组', '某市某区团结乡光明村***'],
    ['中关村大街1号', '中关村大街***'],
    ['八一路１２号兴海社区', '八一路***'],
    ['金桥镇十二号', '金桥镇***'],
    ['青海省', '青海省'],
    ['3号楼', '***'],
    ['家里', '***'],
    [' ', ''],
  ])('“%s” is “%s”', (address, masked) => expect(maskAddress(address)).toBe(masked));
});
