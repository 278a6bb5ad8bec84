// Socket.IO with connection state recovery, its own means against lost messages, at its defaults.
import { Server } from 'socket.io';
import { listen, serverAbout } from './about.mjs';

const server = serverAbout('socket.io');
const io = new Server(server, { connectionStateRecovery: {} });

io.on('connection', (socket) => {
  socket.join('room');
  socket.on('chat', (text) => io.to('room').emit('chat', text));
});

listen(server);
