import { runService } from '@huiyin/chassis/run-service';
import { readConfig } from './config.ts';
import { composeMeeting } from './meeting.ts';

await runService({ name: 'meeting', readConfig, compose: composeMeeting });
