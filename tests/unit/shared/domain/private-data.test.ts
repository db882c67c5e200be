import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPrivateData, maskPrivateData } from '../../../../src/shared/domain/private-data.ts';

describe('maskPrivateData', () => {
  it.each([
    // 身份证号
    ['李某（身份证号330102199003071234）来访', '李某（身份证号330*************34）来访', 'identityNumber'],
    ['身份证33010219900307123X。', '身份证330*************3X。', 'identityNumber'],
    ['证号330102900307123，已核', '证号330**********23，已核', 'identityNumber'],
    // 手机
    ['联系人：王某13800138000', '联系人：王某138****8000', 'mobilePhone'],
    ['手机：138 0013 8000。', '手机：138 **** 8000。', 'mobilePhone'],
    ['138-0013-8000', '138-****-8000', 'mobilePhone'],
    ['电话+86 13800138000', '电话+86 138****8000', 'mobilePhone'],
    // 固定电话
    ['电话：0571-85123456', '电话：0571-********', 'landline'],
    ['（0571）85123456', '（0571）********', 'landline'],
    ['传真：010-62345678-803', '传真：010-********-***', 'landline'],
    ['联系电话：85123456', '联系电话：********', 'landline'],
    // 银行卡
    ['卡号6222021234567890123', '卡号***************0123', 'bankCard'],
    ['付至4111 1111 1111 1111账上', '付至**** **** **** 1111账上', 'bankCard'],
    // 邮箱
    ['邮箱：zhang.san@example.com', '邮箱：z********@example.com', 'email'],
    // 车牌
    ['查扣浙A12345货车', '查扣浙A*****货车', 'numberPlate'],
    ['浙A·D12345', '浙A·******', 'numberPlate'],
    ['川B1234挂', '川B*****', 'numberPlate'],
    // Behind a comma, which is no decimal mark
    ['联系人王某，13800138000', '联系人王某，138****8000', 'mobilePhone'],
    ['王某,330102199003071234,男', '王某,330*************34,男', 'identityNumber'],
    // Before a character that would count a quantity
    ['户主手机13800138000户主姓名王某', '户主手机138****8000户主姓名王某', 'mobilePhone'],
    ['身份证号330102199003071234家住三组', '身份证号330*************34家住三组', 'identityNumber'],
    ['330102199003071230个人', '330*************30个人', 'identityNumber'],
    ['联系电话：85123456公务时间接听', '联系电话：********公务时间接听', 'landline'],
    ['账号6222021234567890123户名王某', '账号***************0123户名王某', 'bankCard'],
    // Typed full width
    ['手机１３８００１３８０００。', '手机１３８****８０００。', 'mobilePhone'],
    ['证号３３０１０２１９９００３０７１２３Ｘ', '证号３３０*************３Ｘ', 'identityNumber'],
  ])('%s → %s', (text, masked, kind) => {
    expect(maskPrivateData(text)).toBe(masked);
    expect(findPrivateData(text).map((one) => one.kind)).toEqual([kind]);
  });

  it('masks each of several', () => {
    expect(maskPrivateData('电话：85123456、85123457；手机13800138000或13900139000')).toBe(
      '电话：********、********；手机138****8000或139****9000',
    );
    expect(maskPrivateData('13800138000,13900139000，15000150000')).toBe(
      '138****8000,139****9000，150****0000',
    );
  });

  it.each([
    '2024年12月31日',
    '2021—2025年',
    '松政字〔2025〕3号',
    '国发〔2021〕30号',
    '拨款13800138000元',
    '总额138001380000元',
    '产值13800138000.50元',
    '覆盖13800138000余人次',
    '统一社会信用代码的首位',
    '拨打12345热线',
    '发放3500000份',
    '共计20240101件',
    '拨打电话3500000次',
    '面积85123456平方米',
    '完成率99.95%',
    '1,380,013,800元',
    '全年排查58件，化解56件',
    '新增G7611高速出口',
    '4.5万元、3.6亿元',
    '六位编号330102',
    '序号1234567890123456',
    '接听电话35000000个',
    '330102199003071234元',
    '０．１３８００１３８０００',
  ])('leaves %s alone', (text) => {
    expect(maskPrivateData(text)).toBe(text);
  });

  it('keeps the length of any text, also in characters', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('13800138000', '330102199003071234', '0571-85123456', 'a@b.cn', '浙A12345', '电话：'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const masked = maskPrivateData(text);
        expect(masked).toHaveLength(text.length);
        expect([...masked]).toHaveLength([...text].length);
      }),
    );
  });

  it('never masks what counts or measures something, however large', () => {
    const unit = fc.constantFrom('元', '万元', '件', '人', '余人次', '亿元', '%', '个', '亩', '场次', '份');
    const value = fc
      .tuple(fc.bigInt(1n, 10n ** 20n), fc.option(fc.nat(99)))
      .map(([whole, part]) => (part === null ? `${whole}` : `${whole}.${part}`));
    fc.assert(
      fc.property(value, unit, (number, word) => {
        const text = `全年共计${number}${word}，同比增长。`;
        expect(maskPrivateData(text)).toBe(text);
      }),
    );
  });

  it('never masks numbers of up to ten digits without a word for a telephone', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999_999), fc.nat(2199), (number, year) => {
        const text = `${year}年编号${number}，〔${year}〕${number}号`;
        expect(maskPrivateData(text)).toBe(text);
      }),
    );
  });
});
