import { tellStories } from './stories';

tellStories(1);
