import type { Random } from './random.ts';

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'.split('');
const FIRST = '建国志文晓海明春玉永秀立振新德庆家宏世学广思雨景云书长成红桂佳子天正伟'.split('');
const SECOND = '华强军平芳敏静丽杰涛勇艳辉霞波宁兰飞鹏燕玲刚民东斌梅龙凯林峰欣怡然生琳'.split('');

/** An invented Chinese name, each once. Throws when the lists are exhausted. */
export function nameSource(random: Random): () => string {
  const used = new Set<string>();
  return () => {
    for (let attempt = 0; attempt < 1000; attempt += 1) {
      const name = `${random.pick(SURNAMES)}${random.pick(FIRST)}${random.pick(SECOND)}`;
      if (!used.has(name)) {
        used.add(name);
        return name;
      }
    }
    throw new RangeError('no unused name left');
  };
}
