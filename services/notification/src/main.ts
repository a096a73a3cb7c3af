import { runService } from '@huiyin/chassis/run-service';
import { readConfig } from './config.ts';
import { composeNotification } from './notification.ts';

await runService({ name: 'notification', readConfig, compose: composeNotification });
