import { runService } from '@huiyin/chassis/run-service';
import { readConfig } from './config.ts';
import { composeIntake } from './intake.ts';

await runService({ name: 'intake', readConfig, compose: composeIntake });
