// The bare ws module: what comes from one goes to all. Nothing is kept for those who are away.
import { WebSocketServer } from 'ws';
import { listen, serverAbout } from './about.mjs';

const server = serverAbout('ws');
const sockets = new WebSocketServer({ server });

sockets.on('connection', (socket) => {
  socket.on('message', (data) => {
    const text = data.toString();
    for (const other of sockets.clients) other.send(text);
  });
});

listen(server);
