// The same where the bundler leaves the module's file to the author: where it lies is said before anything asks for it.
import './source.js';
import './main.js';
