import { runService } from '@huiyin/chassis/run-service';
import { readConfig } from './config.ts';
import { composeEvaluation } from './evaluation.ts';

await runService({ name: 'evaluation', readConfig, compose: composeEvaluation });
